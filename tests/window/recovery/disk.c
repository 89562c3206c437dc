/* A slow disk and a full one, put under a program by LD_PRELOAD; see disk.rs.
 *
 * DISK_SLOW_MS    every fsync takes so many milliseconds more
 * DISK_FULL       while there is a file of this name, writing to files finds no room
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static void wait_for_the_disk(void) {
    const char *said = getenv("DISK_SLOW_MS");
    long milliseconds = said ? atol(said) : 0;
    struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000};
    nanosleep(&time, NULL);
}

int fsync(int file) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    wait_for_the_disk();
    return real(file);
}

int fdatasync(int file) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    wait_for_the_disk();
    return real(file);
}

ssize_t write(int file, const void *bytes, size_t count) {
    ssize_t (*real)(int, const void *, size_t) = (ssize_t(*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    const char *full = getenv("DISK_FULL");
    struct stat about;
    if (full && access(full, F_OK) == 0 && fstat(file, &about) == 0 && S_ISREG(about.st_mode)) {
        errno = ENOSPC;
        return -1;
    }
    return real(file, bytes, count);
}
