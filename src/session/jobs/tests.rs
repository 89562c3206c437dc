//! Jobs on their own: keys and messages are plain values, and gates control which job runs when.

use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

use super::{JobLane, JobResult, Jobs};

type Plain = Jobs<&'static str, usize>;

fn jobs() -> Plain {
    Jobs::new(Arc::new(|| ()))
}

/// Everything still delivered, in order.
fn delivered(jobs: &mut Plain) -> Vec<usize> {
    std::iter::from_fn(|| jobs.wait_for_one())
        .map(|delivery| match delivery {
            JobResult::Brought(number) => number,
            JobResult::Broken(key) => panic!("{key} is broken"),
        })
        .collect()
}

/// A job that says when it starts and waits until it may end.
fn gated(jobs: &mut Plain, key: &'static str, lane: JobLane, brings: usize) -> (Receiver<()>, Sender<()>) {
    let ((begins, begun), (end, may_end)) = (channel(), channel());
    jobs.start(key, lane, move |_| {
        // A dropped gate is open.
        let _ = begins.send(());
        let _ = may_end.recv();
        Some(brings)
    });
    (begun, end)
}

#[test]
fn the_latest_wins() {
    let mut jobs = jobs();
    let (begun, end) = gated(&mut jobs, "map", JobLane::Computing, 1);
    begun.recv().unwrap();
    for number in 2..=9_usize {
        jobs.start("map", JobLane::Computing, move |_| Some(number));
    }
    jobs.start("seek", JobLane::Computing, |_| Some(100_usize));
    drop(end);
    let mut found = delivered(&mut jobs);
    found.sort_unstable();
    assert_eq!(found, [9, 100]);
}

#[test]
fn a_result_that_is_there_already_is_dropped_when_another_is_asked_for() {
    let woken = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&woken);
    let mut jobs: Plain = Jobs::new(Arc::new(move || {
        counted.fetch_add(1, Ordering::SeqCst);
    }));
    jobs.start("map", JobLane::Computing, |_| Some(1_usize));
    // The window is woken once the result is on its way.
    while woken.load(Ordering::SeqCst) == 0 {
        thread::yield_now();
    }
    jobs.start("map", JobLane::Computing, |_| Some(2_usize));
    assert_eq!(delivered(&mut jobs), [2]);
}

#[test]
fn cancelled_work_stops_and_what_waits_is_never_begun() {
    let mut jobs = jobs();
    let steps = Arc::new(AtomicUsize::new(0));
    let (begins, begun) = channel();
    let counted = Arc::clone(&steps);
    jobs.start("sampling", JobLane::Computing, move |watch| {
        while !watch.is_cancelled() {
            if counted.fetch_add(1, Ordering::Relaxed) == 0 {
                begins.send(()).unwrap();
            }
            thread::yield_now();
        }
        None::<usize>
    });
    begun.recv().unwrap();
    let never = Arc::clone(&steps);
    // It waits for the first, and is replaced before it starts.
    jobs.start("sampling", JobLane::Computing, move |_| {
        never.store(usize::MAX, Ordering::Relaxed);
        Some(1_usize)
    });
    jobs.start("sampling", JobLane::Computing, |_| Some(2_usize));
    // If the first were not stopped, this would never return.
    assert_eq!(delivered(&mut jobs), [2]);
    assert_ne!(steps.load(Ordering::Relaxed), usize::MAX);
    jobs.start("sampling", JobLane::Computing, |_| Some(3_usize));
    jobs.cancel(&"sampling");
    assert!(jobs.watch(&"sampling").is_none());
    assert!(delivered(&mut jobs).is_empty());
}

#[test]
fn a_cancelled_job_that_hangs_is_not_waited_for() {
    let mut jobs = jobs();
    let (begun, end) = gated(&mut jobs, "tables", JobLane::Files, 1);
    begun.recv().unwrap();
    jobs.cancel(&"tables");
    assert!(delivered(&mut jobs).is_empty());
    drop(end);
}

#[test]
fn a_thousand_starts_take_few_threads() {
    let mut jobs: Jobs<usize, usize> = Jobs::new(Arc::new(|| ()));
    let threads = Arc::new(Mutex::new(HashSet::new()));
    let (at_work, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    for key in 0..1000 {
        let (threads, at_work, most) = (Arc::clone(&threads), Arc::clone(&at_work), Arc::clone(&most));
        jobs.start(key, JobLane::Computing, move |_| {
            let now = at_work.fetch_add(1, Ordering::SeqCst) + 1;
            most.fetch_max(now, Ordering::SeqCst);
            threads.lock().unwrap().insert(thread::current().id());
            thread::yield_now();
            at_work.fetch_sub(1, Ordering::SeqCst);
            Some(key)
        });
    }
    let mut found = 0;
    while jobs.wait_for_one().is_some() {
        found += 1;
    }
    assert_eq!(found, 1000);
    assert!(
        threads.lock().unwrap().len() <= 4,
        "{:?}",
        threads.lock().unwrap()
    );
    assert!(most.load(Ordering::SeqCst) <= 4);
}

#[test]
fn one_key_never_holds_two_threads() {
    let mut jobs = jobs();
    let (begun, end) = gated(&mut jobs, "dead share", JobLane::Files, 1);
    begun.recv().unwrap();
    for _ in 0..50 {
        jobs.start("dead share", JobLane::Files, |_| Some(2_usize));
    }
    // The other threads are free.
    jobs.start("local", JobLane::Files, |_| Some(3_usize));
    assert_eq!(jobs.wait_for_one(), Some(JobResult::Brought(3)));
    drop(end);
    assert_eq!(delivered(&mut jobs), [2]);
}

#[test]
fn files_that_hang_hold_up_neither_computing_nor_saves() {
    let mut jobs = jobs();
    let gates: Vec<_> = ["a", "b", "c", "d", "e", "f", "g", "h"]
        .into_iter()
        .map(|key| gated(&mut jobs, key, JobLane::Files, 0))
        .collect();
    jobs.start("map", JobLane::Computing, |_| Some(1_usize));
    assert_eq!(jobs.wait_for_one(), Some(JobResult::Brought(1)));
    jobs.queue("save", JobLane::Saves, || 2_usize);
    assert_eq!(jobs.wait_for_one(), Some(JobResult::Brought(2)));
    drop(gates);
    assert_eq!(delivered(&mut jobs), [0; 8]);
}

#[test]
fn what_is_queued_keeps_its_order_and_is_never_dropped() {
    let mut jobs = jobs();
    let written = Arc::new(Mutex::new(Vec::new()));
    for number in 0..100 {
        let written = Arc::clone(&written);
        jobs.queue("plan.ron", JobLane::Saves, move || {
            written.lock().unwrap().push(number);
            number
        });
        jobs.cancel(&"plan.ron");
        jobs.cancel_where(|_| true);
    }
    let all: Vec<usize> = (0..100).collect();
    assert_eq!(delivered(&mut jobs), all);
    assert_eq!(*written.lock().unwrap(), all);
}

#[test]
fn a_panic_is_told_and_the_threads_go_on() {
    let mut jobs = jobs();
    // More than there are threads.
    for _ in 0..10 {
        jobs.start("wrong", JobLane::Computing, |watch| {
            assert!(watch.is_cancelled(), "a panic of this test's own making");
            None::<usize>
        });
        assert_eq!(jobs.wait_for_one(), Some(JobResult::Broken("wrong")));
    }
    jobs.start("right", JobLane::Computing, |_| Some(1_usize));
    assert_eq!(delivered(&mut jobs), [1]);
}

#[test]
fn progress_is_that_of_the_latest() {
    let mut jobs = jobs();
    let ((begins, begun), (end, may_end)) = (channel(), channel::<()>());
    jobs.start("tables", JobLane::Files, move |watch| {
        watch.expect(100);
        watch.reached(43);
        begins.send(()).unwrap();
        let _ = may_end.recv();
        Some(1_usize)
    });
    begun.recv().unwrap();
    let progress = |jobs: &Plain| jobs.watch(&"tables").and_then(crate::file::WorkMonitor::progress);
    assert_eq!(progress(&jobs), Some(0.43));
    jobs.start("tables", JobLane::Files, |_| Some(2_usize));
    assert!(jobs.watch(&"tables").is_some());
    assert_eq!(progress(&jobs), None, "the new one has not begun");
    drop(end);
    assert_eq!(delivered(&mut jobs), [2]);
    assert!(jobs.watch(&"tables").is_none());
}

#[test]
fn every_result_wakes_the_window() {
    let woken = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&woken);
    let mut jobs: Plain = Jobs::new(Arc::new(move || {
        counted.fetch_add(1, Ordering::SeqCst);
    }));
    for key in ["a", "b", "c"] {
        jobs.start(key, JobLane::Computing, |_| Some(1_usize));
    }
    assert_eq!(delivered(&mut jobs), [1; 3]);
    // The last wake may still be on its way when its message is taken.
    while woken.load(Ordering::SeqCst) < 3 {
        thread::yield_now();
    }
}
