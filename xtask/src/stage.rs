//! A run of several stages, each announced, timed and counted, with a table at the end.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::command::{run, run_reading, shown};

/// A run of several stages. One that fails does not keep the rest from running, so that one run
/// shows everything there is to mend.
pub struct Stages {
    rows: Vec<Row>,
    filtered: bool,
}

struct Row {
    name: String,
    /// How many tests ran; `None` where the stage counts none.
    tests: Option<usize>,
    time: Duration,
    failure: Option<String>,
}

impl Stages {
    /// A run in which, where `filtered` says that tests are picked by name, a stage may find none
    /// of its own among them; the run as a whole may not.
    pub fn new(filtered: bool) -> Self {
        Self {
            rows: Vec::new(),
            filtered,
        }
    }

    /// Runs a stage that succeeds or fails as a whole, and says which.
    pub fn check(&mut self, name: &str, command: impl FnOnce() -> Result<Command>) -> bool {
        self.stage(name, |_| {
            let mut command = command()?;
            eprintln!("$ {}", shown(&command));
            run(&mut command)
        })
    }

    /// Runs a stage of tests, which fails too when no test ran: a suite that a changed name or a
    /// missing setting has emptied must not pass as one that found nothing wrong.
    pub fn tests(&mut self, name: &str, command: impl FnOnce() -> Result<Command>) -> bool {
        let may_be_empty = self.filtered;
        self.stage(name, |tests| {
            let tests = tests.insert(0);
            let mut command = command()?;
            eprintln!("$ {}", shown(&command));
            run_reading(&mut command, |line| *tests += tests_run(line).unwrap_or(0))?;
            if *tests == 0 && !may_be_empty {
                bail!("no test ran");
            }
            Ok(())
        })
    }

    fn stage(&mut self, name: &str, stage: impl FnOnce(&mut Option<usize>) -> Result<()>) -> bool {
        eprintln!("\n── {name} ──");
        let start = Instant::now();
        let mut tests = None;
        let failure = stage(&mut tests).err().map(|error| format!("{error:#}"));
        if let Some(failure) = &failure {
            eprintln!("{name}: {failure}");
        }
        let passed = failure.is_none();
        self.rows.push(Row {
            name: name.to_owned(),
            tests,
            time: start.elapsed(),
            failure,
        });
        passed
    }

    /// Prints the table, and fails if a stage failed.
    pub fn finish(self) -> Result<()> {
        eprintln!("\n{}", self.table());
        let failed: Vec<_> = self
            .rows
            .iter()
            .filter(|row| row.failure.is_some())
            .map(|row| row.name.as_str())
            .collect();
        if !failed.is_empty() {
            bail!("failed: {}", failed.join(", "));
        }
        if self.filtered && self.rows.iter().all(|row| row.tests.unwrap_or(0) == 0) {
            bail!("no test of that name ran");
        }
        Ok(())
    }

    fn table(&self) -> String {
        let width = self
            .rows
            .iter()
            .map(|row| row.name.chars().count())
            .max()
            .unwrap_or(0);
        let mut table = format!("{:width$}  {:>6}  {:>8}\n", "stage", "tests", "seconds");
        for row in &self.rows {
            let tests = row
                .tests
                .map_or_else(|| "–".to_owned(), |count| count.to_string());
            let seconds = row.time.as_secs_f64();
            let outcome = row.failure.as_deref().unwrap_or("passed");
            table += &format!(
                "{:width$}  {tests:>6}  {seconds:>8.1}  {outcome}\n",
                row.name
            );
        }
        table
    }
}

/// How many tests ran, from a line that Rust's, wasm-bindgen's or Node's test runner prints at the end.
/// Tests that were ignored or filtered out did not run.
fn tests_run(line: &str) -> Option<usize> {
    // Node's runner (TAP) has a line for those that passed, and one for those that failed.
    if let Some(count) = ["# pass ", "# fail "]
        .iter()
        .find_map(|what| line.strip_prefix(what))
    {
        return count.trim().parse().ok();
    }
    let (_, counts) = line.split_once("test result: ")?.1.split_once(". ")?;
    let count = |what: &str| {
        counts
            .split(';')
            .find_map(|part| part.trim().strip_suffix(what)?.trim().parse::<usize>().ok())
    };
    Some(count("passed")? + count("failed")?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_counted_from_the_line_of_rusts_runner() {
        let line = "test result: ok. 12 passed; 0 failed; 3 ignored; 0 measured; 7 filtered out; finished in 0.02s\n";
        assert_eq!(tests_run(line), Some(12));
    }

    #[test]
    fn failed_tests_have_run() {
        let line = "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        assert_eq!(tests_run(line), Some(3));
    }

    #[test]
    fn tests_are_counted_from_the_line_of_wasm_bindgens_runner() {
        let line =
            "    test result: ok. 4 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.10s";
        assert_eq!(tests_run(line), Some(4));
    }

    #[test]
    fn tests_are_counted_from_the_lines_of_nodes_runner() {
        let lines = "# tests 9\n# pass 4\n# fail 2\n# skipped 3\n";
        let counts = lines.lines().filter_map(tests_run);
        assert_eq!(counts.sum::<usize>(), 6);
    }

    #[test]
    fn ignored_and_filtered_tests_have_not_run() {
        let line = "test result: ok. 0 passed; 0 failed; 5 ignored; 0 measured; 9 filtered out; finished in 0.00s";
        assert_eq!(tests_run(line), Some(0));
    }

    #[test]
    fn other_lines_count_nothing() {
        for line in [
            "running 3 tests",
            "test the_answer_is_right ... ok",
            "test result: ",
            "",
        ] {
            assert_eq!(tests_run(line), None, "{line}");
        }
    }

    #[test]
    fn a_stage_without_tests_fails() {
        let mut stages = Stages::new(false);
        stages.tests("empty", || {
            let mut command = crate::command::cargo();
            command.arg("--version");
            Ok(command)
        });
        assert!(stages.table().contains("no test ran"), "{}", stages.table());
        assert!(stages.finish().is_err());
    }

    #[test]
    fn a_name_that_no_test_bears_fails_the_run() {
        let mut stages = Stages::new(true);
        stages.tests("empty", || {
            let mut command = crate::command::cargo();
            command.arg("--version");
            Ok(command)
        });
        assert!(stages.table().contains("passed"), "{}", stages.table());
        assert!(stages.finish().is_err());
    }

    #[test]
    fn a_failed_stage_fails_the_run_and_lets_the_next_one_run() {
        let mut stages = Stages::new(false);
        stages.check("wrong", || {
            let mut command = crate::command::cargo();
            command.arg("--no-such-flag");
            Ok(command)
        });
        stages.check("right", || {
            let mut command = crate::command::cargo();
            command.arg("--version");
            Ok(command)
        });
        assert!(stages.table().contains("passed"), "{}", stages.table());
        assert!(stages.finish().is_err());
    }
}
