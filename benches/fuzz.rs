//! Long fuzzing run: `cargo bench --bench fuzz -- --inputs 10000000`.
//!
//! Reports inputs tried, time and peak memory. Inputs that fail, take over a second or over 512 MB are minimised and
//! kept in `tests/fuzz/found`, where `cargo test` replays them.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::print_stderr,
    missing_docs,
    reason = "a program for developers"
)]

#[path = "../tests/fuzz/engine/mod.rs"]
mod engine;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::exit;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use engine::{PlotObstacles, Source, Target, attempt, found, minimise, root};

const HELP: &str = "\
cargo bench --bench fuzz -- [--inputs N] [--seed S] [--seconds T] [--only TARGET] [--once FILE] [--slow MS] [--dry]

  --inputs N      inputs over all targets, 100,000 unless told
  --seed S        which ones; 1 unless told
  --seconds T     ends after that time, wherever it stands
  --only TARGET   plan, scenario, expression, table, workbook, preferences or recovery
  --once FILE     tries this input of the target that --only names, and nothing else
  --slow MS       what takes longer is a fault; 1000 unless told
  --dry           keeps nothing of what is found";

/// Share of each target per thousand inputs, larger for fast ones.
const SHARES: [(Target, u64); 7] = [
    (Target::Expression, 300),
    (Target::Preferences, 120),
    (Target::Plan, 200),
    (Target::Scenario, 200),
    (Target::Recovery, 80),
    (Target::Workbook, 50),
    (Target::Table, 50),
];

const HANGS: u64 = 30;
const MOST_MEMORY: u64 = 512;
/// As the program's threads.
const STACK: usize = 2 * 1024 * 1024;
/// One input per fault is enough.
const MOST_FAULTS: usize = 20;

struct Asked {
    inputs: u64,
    seed: u64,
    seconds: u64,
    only: Option<Target>,
    once: Option<String>,
    slow: Duration,
    is_dry: bool,
}

fn asked() -> Result<Asked, String> {
    let mut asked = Asked {
        inputs: 100_000,
        seed: 1,
        seconds: u64::MAX,
        only: None,
        once: None,
        slow: Duration::from_secs(1),
        is_dry: false,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || {
            arguments
                .next()
                .ok_or_else(|| format!("{argument} needs a value"))
        };
        let number = |text: String| {
            text.replace('_', "")
                .parse::<u64>()
                .map_err(|error| format!("{text}: {error}"))
        };
        match argument.as_str() {
            // Passed by Cargo.
            "--bench" => {}
            "--inputs" => asked.inputs = number(value()?)?,
            "--seed" => asked.seed = number(value()?)?,
            "--seconds" => asked.seconds = number(value()?)?,
            "--only" => {
                let name = value()?;
                let known = Target::ALL.into_iter().find(|target| target.name() == name);
                asked.only = Some(known.ok_or_else(|| format!("no target is called {name}"))?);
            }
            "--once" => asked.once = Some(value()?),
            "--slow" => asked.slow = Duration::from_millis(number(value()?)?),
            "--dry" => asked.is_dry = true,
            "--help" => {
                println!("{HELP}");
                exit(0);
            }
            other => return Err(format!("nobody knows {other}")),
        }
    }
    Ok(asked)
}

fn main() {
    let asked = asked().unwrap_or_else(|why| {
        eprintln!("{why}\n\n{HELP}");
        exit(2);
    });
    watch();
    // The same stack size as the program's threads.
    let run = thread::Builder::new()
        .stack_size(STACK)
        .spawn(move || run(&asked));
    let faults = run.expect("a thread").join().expect("faults are caught");
    exit(i32::from(faults > 0));
}

/// Start of the current input in milliseconds since program start; 0 between inputs.
static SINCE: AtomicU64 = AtomicU64::new(0);

/// Aborts the program when an input hangs, which nothing else could stop.
fn watch() {
    let start = Instant::now();
    thread::spawn(move || {
        loop {
            let now = u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX) + 1;
            // The worker only marks that an input has started.
            let _ = SINCE.compare_exchange(1, now, Ordering::Relaxed, Ordering::Relaxed);
            let since = SINCE.load(Ordering::Relaxed);
            if since > 1 && now.saturating_sub(since) > HANGS * 1000 {
                eprintln!("hangs for {HANGS} s; the input is in {}", present().display());
                exit(1);
            }
            thread::sleep(Duration::from_millis(250));
        }
    });
}

fn run(asked: &Asked) -> usize {
    let ground = PlotObstacles::new();
    if let (Some(file), Some(target)) = (&asked.once, asked.only) {
        let input = fs::read(file).expect("the input");
        let start = Instant::now();
        let outcome = attempt(&ground, target, &input, true);
        println!("{:?}\n{outcome:?}\n{} MB", start.elapsed(), peak());
        return usize::from(outcome.is_err());
    }
    let present = present();
    let mut runs = Vec::new();
    println!(
        "{:>12} {:>10} {:>10} {:>8} {:>8} {:>8} {:>9} {:>7}",
        "target", "inputs", "accepted", "corpus", "kept", "seconds", "slowest", "MB"
    );
    let start = Instant::now();
    for (target, share) in SHARES {
        if asked.only.is_some_and(|only| only != target) {
            continue;
        }
        let inputs = if asked.only.is_some() {
            asked.inputs
        } else {
            asked.inputs * share / 1000
        };
        let mut run = Run {
            ground: &ground,
            target,
            faults: BTreeSet::new(),
            accepted: 0,
            slowest: Duration::ZERO,
            slow: asked.slow,
            is_dry: asked.is_dry,
            present: present.clone(),
        };
        let begun = Instant::now();
        let mut source = Source::new(target, asked.seed);
        let mut tried = 0;
        while tried < inputs && start.elapsed().as_secs() < asked.seconds && run.faults.len() < MOST_FAULTS {
            run.one(&mut source, tried);
            tried += 1;
        }
        let (corpus, kept) = source.sizes();
        println!(
            "{:>12} {tried:>10} {:>10} {corpus:>8} {kept:>8} {:>8.1} {:>7.0}ms {:>7}",
            target.name(),
            run.accepted,
            begun.elapsed().as_secs_f64(),
            run.slowest.as_secs_f64() * 1000.0,
            peak()
        );
        runs.push((tried, run.faults.len()));
    }
    let _ = fs::remove_file(&present);
    let (tried, faults) = runs
        .iter()
        .fold((0, 0), |(tried, faults), run| (tried + run.0, faults + run.1));
    println!(
        "{tried} inputs, {:.1} s, at most {} MB, {faults} faults",
        start.elapsed().as_secs_f64(),
        peak()
    );
    faults
}

/// Path of the current input, outside the run's temporary folder so that it survives an abort. In memory if possible,
/// because a disk would dominate the run time.
fn present() -> PathBuf {
    let memory = PathBuf::from("/dev/shm");
    let folder = if memory.is_dir() {
        memory
    } else {
        std::env::temp_dir()
    };
    folder.join(format!("planpath-fuzz-{}", std::process::id()))
}

struct Run<'g> {
    ground: &'g PlotObstacles,
    target: Target,
    faults: BTreeSet<String>,
    accepted: u64,
    slowest: Duration,
    slow: Duration,
    is_dry: bool,
    present: PathBuf,
}

impl Run<'_> {
    fn one(&mut self, source: &mut Source, n: u64) {
        let (input, thorough) = source.next();
        fs::write(&self.present, &input).expect("the present input as a file");
        let before = if n.is_multiple_of(16) { peak() } else { 0 };
        let begun = Instant::now();
        SINCE.store(1, Ordering::Relaxed);
        let outcome = attempt(self.ground, self.target, &input, thorough);
        SINCE.store(0, Ordering::Relaxed);
        let took = begun.elapsed();
        self.slowest = self.slowest.max(took);
        let why = match outcome {
            Err(why) => Some(why),
            // Retry: a busy machine may be slow once.
            Ok(_) if took > self.slow && self.time(&input, thorough) > self.slow => {
                Some(format!("slow: {took:?}"))
            }
            Ok(_) if before > 0 && peak() > MOST_MEMORY => Some(format!("large: {} MB", peak())),
            Ok(outcome) => {
                self.accepted += u64::from(outcome.accepted);
                source.learn(&input, &outcome);
                None
            }
        };
        if let Some(why) = why {
            self.found(&input, thorough, &why);
        }
    }

    /// CPU time per input, which unlike wall time is independent of other load.
    fn time(&self, input: &[u8], thorough: bool) -> Duration {
        let (begun, before) = (Instant::now(), worked());
        let _ = attempt(self.ground, self.target, input, thorough);
        match (before, worked()) {
            (Some(before), Some(after)) => after.saturating_sub(before),
            _ => begun.elapsed(),
        }
    }

    fn found(&mut self, input: &[u8], thorough: bool, why: &str) {
        let kind = kind(why);
        if !self.faults.insert(kind.clone()) {
            return;
        }
        let is_slow = why.starts_with("slow") || why.starts_with("large");
        let shortest = minimise(input, if is_slow { 50 } else { 3000 }, |input| {
            if is_slow {
                return why.starts_with("slow") && self.time(input, thorough) > self.slow;
            }
            let outcome = attempt(self.ground, self.target, input, thorough);
            outcome.is_err_and(|why| self::kind(&why) == kind)
        });
        println!(
            "{}: {why}\n    b\"{}\"",
            self.target.name(),
            shorter(&shortest).escape_ascii()
        );
        if self.is_dry {
            return;
        }
        let folder = root().join("tests/fuzz/found").join(self.target.name());
        fs::create_dir_all(&folder).expect("a folder for what is found");
        let name = |n: usize| folder.join(format!("new-{n}"));
        let taken = found(self.target);
        let is_free = |path: &PathBuf| taken.iter().all(|(other, _)| other != path);
        let path = (1..=taken.len() + 1)
            .map(name)
            .find(is_free)
            .expect("a free name");
        fs::write(&path, shortest).expect("what is found as a file");
        println!("    {}", path.display());
    }
}

/// Key of a fault: panic location, or the start of its message.
fn kind(why: &str) -> String {
    let first = why.lines().next().unwrap_or_default();
    let words = first.split(':').take(
        if first.starts_with("panicked") || first.contains("panicked at") {
            3
        } else {
            1
        },
    );
    words
        .collect::<Vec<_>>()
        .join(":")
        .chars()
        .filter(|c| !c.is_ascii_digit() || first.contains("panicked"))
        .take(80)
        .collect()
}

fn shorter(input: &[u8]) -> &[u8] {
    &input[..input.len().min(600)]
}

/// CPU time of this thread, if available.
fn worked() -> Option<Duration> {
    let status = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = status.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}

/// Peak memory of this process in MB; 0 if unavailable.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok())
        .unwrap_or(0)
        / 1024
}
