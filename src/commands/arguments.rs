//! The words of the command line. What they do is in the modules beside this one.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::employers::model::PositionState;
use crate::people::model::{PersonKind, Verification};
use crate::types::id::{AccountId, ImportId, JobId, OrganisationId, PersonId, PositionId};
use crate::types::region::Division;
use crate::types::table::report::Mode;

const HELP: &str = "\
Examples:
  muster demo                           fill an empty database with the demonstration world
  muster serve                          serve http://127.0.0.1:8080
  muster match person 0198…             positions for a person, ranked, with the reasons
  muster import postings postings.jsonl read postings found elsewhere
  muster verify && echo sound           check the journal's chain and every invariant

Settings come from the file named by --config, then from the environment: MUSTER_DATABASE_URL,
MUSTER_DATA_DIR, MUSTER_KEY_FILE, MUSTER_LISTEN, MUSTER_LOG … An unknown setting is an error.

Answers go to stdout; the log (JSON lines), progress bars and errors to stderr.

Exit codes:
  0  done
  1  it failed: the database, a file, the network, or a check of `verify`
  2  the command line or the configuration was not understood
  3  refused by a rule, or not found";

/// Muster (集结号) gets veterans and military spouses into work: people and positions, matched both
/// ways, with the reasons.
#[derive(Debug, Parser)]
#[command(name = "muster", version, after_help = HELP, propagate_version = true, max_term_width = 100)]
pub struct Cli {
    /// Read settings from this TOML file
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Answer in JSON, for machines
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the web pages and the API, and run the jobs, until told to end
    Serve(Serve),
    /// Create the database's tables, or bring them up to date (serve does it too)
    Migrate,
    /// Fill an empty database with the demonstration world: a city, its people, enterprises, positions
    #[command(after_help = "The same seed gives the same world. A server with --production refuses to serve it.")]
    Demo(Demo),
    /// Read positions, people or postings from files
    #[command(subcommand)]
    Import(Import),
    /// Write positions or people to an XLSX file
    #[command(subcommand)]
    Export(Export),
    /// Look at this machine's search index, or make it anew
    #[command(subcommand)]
    Index(Index),
    /// Rank positions for a person, or people for a position, and say why
    #[command(
        subcommand,
        after_help = "The same code as the server's: the index proposes, the database decides, one function\n\
                      makes score and reasons. Two numbers stand side by side: 匹配 (fit) is how well what is\n\
                      known agrees, 已判断 (coverage) how much of what is asked could be judged."
    )]
    Match(Match),
    /// Look at what the parts of a match weigh, propose better weights from use, accept them
    #[command(
        subcommand,
        after_help = "Nothing changes without somebody who accepts it: one system administrator proposes, another\n\
                      accepts, and the journal names both. Every match names the version it was made with."
    )]
    Weights(Weights),
    /// Measure the engine against judged sets
    #[command(subcommand)]
    Eval(Eval),
    /// Measure speed and memory on synthetic rows
    #[command(subcommand)]
    Bench(Bench),
    /// What only somebody at the machine may do
    #[command(subcommand)]
    Admin(Admin),
    /// Check the journal's chain and every invariant; exits with 1 when one does not hold
    #[command(after_help = "It only reads, so it may run beside a server. A failed check names rows by id.")]
    Verify,
}

#[derive(Debug, Args)]
pub struct Serve {
    /// Refuse to serve a demonstration world
    #[arg(long)]
    pub production: bool,
    /// Address and port, before the setting `listen`
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub listen: Option<String>,
}

#[derive(Debug, Args)]
pub struct Demo {
    /// Which world
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

#[derive(Debug, Subcommand)]
pub enum Import {
    /// Postings from elsewhere, one JSON object a line; their enterprises are made as they come
    #[command(
        after_help = "Units, degrees and places are normalised; a line that cannot be read has a named reason.\n\
                      Unlawful conditions (age, sex, …) are marked on the position.\n\n\
                      Example:\n  muster import postings postings.jsonl --json"
    )]
    Postings {
        file: PathBuf,
        /// Mark their enterprises as verified, which makes the positions public: for measuring only
        #[arg(long)]
        verify: bool,
    },
    /// Positions from XLSX or CSV; their enterprises have to be registered
    Positions(Sheet),
    /// People from XLSX or CSV
    People(Sheet),
    /// Takes an import back within a day; rows that somebody changed since stay
    Undo {
        /// The import's id, as the import printed it
        id: ImportId,
    },
}

/// A table as a clerk brings it: columns are known by their headings.
#[derive(Debug, Args)]
pub struct Sheet {
    /// XLSX, or CSV in UTF-8 or GB 18030
    pub file: PathBuf,
    /// Which column a field stands in, once for each: `--map title=招聘工种`; what is not named is guessed
    #[arg(long = "map", value_name = "FIELD=HEADING", value_parser = field_and_heading)]
    pub mapping: Vec<(String, String)>,
    /// Say what would happen, write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// What a bad row does: `all` writes nothing then, `good` writes the good rows
    #[arg(long, default_value = "all", value_name = "all|good")]
    pub mode: Mode,
}

fn field_and_heading(text: &str) -> Result<(String, String), String> {
    let (field, heading) = text.split_once('=').ok_or("write FIELD=HEADING")?;
    Ok((field.trim().to_owned(), heading.trim().to_owned()))
}

#[derive(Debug, Subcommand)]
pub enum Export {
    /// Positions with their enterprises
    #[command(after_help = "Example:\n  muster export positions open.xlsx --state open --division 330482")]
    Positions {
        /// A new file; one that stands already is not touched
        out: PathBuf,
        /// Only those in this state: draft, open, paused, closed
        #[arg(long)]
        state: Option<PositionState>,
        /// Only those in this division (2–12 digits) or below it
        #[arg(long, value_parser = division)]
        division: Option<Division>,
        /// Only those of this enterprise
        #[arg(long, value_name = "ID")]
        enterprise: Option<OrganisationId>,
    },
    /// People, masked
    #[command(after_help = "Example:\n  muster export people people.xlsx --verification verified")]
    People {
        /// A new file; one that stands already is not touched
        out: PathBuf,
        /// Only those who live in this division (2–12 digits) or below it
        #[arg(long, value_parser = division)]
        division: Option<Division>,
        /// Only these: unverified, verified, refused
        #[arg(long)]
        verification: Option<Verification>,
        /// Only these: veteran, spouse
        #[arg(long)]
        kind: Option<PersonKind>,
        /// Names and numbers in the clear, to move to another installation; recorded for each person
        #[arg(long)]
        clear: bool,
    },
}

/// A division's code; an unknown one is a mistake, not an empty list.
fn division(code: &str) -> Result<Division, String> {
    Division::from_code(code).map_err(|error| error.to_string())
}

#[derive(Debug, Subcommand)]
pub enum Index {
    /// How much it holds and how far it has read the journal
    Status,
    /// Write it anew from the tables (stop the server of this machine first)
    Rebuild,
}

#[derive(Debug, Subcommand)]
pub enum Match {
    /// Positions for a person who has consented to matching, best first
    #[command(after_help = "Example:\n  muster match person 4b0f0c1e-0000-4000-8000-000000000001 --limit 5")]
    Person {
        /// The person's id
        id: PersonId,
        #[command(flatten)]
        limit: Limit,
    },
    /// People for a position, best first, masked as its employer sees them
    #[command(after_help = "Example:\n  muster match position 0198a1b2-0000-7000-8000-000000000001 --json")]
    Position {
        /// The position's id
        id: PositionId,
        #[command(flatten)]
        limit: Limit,
    },
}

#[derive(Debug, Args)]
pub struct Limit {
    /// Rows shown, 1–300
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=300))]
    pub limit: u16,
}

#[derive(Debug, Subcommand)]
pub enum Weights {
    /// List the weights of the build and of this installation
    List,
    /// Fit weights to what people did with what was shown to them, and write a report; nothing changes yet
    #[command(
        after_help = "It refuses to propose from too little, and weights that do not serve people better whose\n\
                      acts were kept apart to check them.\n\n\
                      Example:\n  muster weights propose --since 2026-09-01 --out weights.md --by 0198…"
    )]
    Propose {
        /// The first day that counts
        #[arg(long, value_name = "YYYY-MM-DD")]
        since: NaiveDate,
        /// A new file for the report, in Markdown; one that stands already is not touched
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// The account of the system administrator who proposes
        #[arg(long, value_name = "ACCOUNT")]
        by: AccountId,
    },
    /// Make every match from now on with these weights
    #[command(after_help = "Example:\n  muster weights accept 1001 --by 0198…")]
    Accept {
        /// A version that was proposed or was in use before, or the build's own
        #[arg(value_name = "VERSION")]
        weights: u32,
        /// The account of the system administrator who has read the report: not who proposed
        #[arg(long, value_name = "ACCOUNT")]
        by: AccountId,
    },
}

#[derive(Debug, Subcommand)]
pub enum Eval {
    /// Titles that name a similar job: MAP, MRR, nDCG@10, R@100
    #[command(
        after_help = "Formats (tab between columns):\n  corpus, queries  id, text\n  qrels            query, 0, document, grade"
    )]
    Titles {
        #[arg(long, value_name = "TSV")]
        corpus: PathBuf,
        #[arg(long, value_name = "TSV")]
        queries: PathBuf,
        #[arg(long, value_name = "TSV")]
        qrels: PathBuf,
    },
    /// CVs and postings with a judgement of each pair: gAUC and MRR, both ways
    #[command(
        after_help = "Formats:\n  people     {\"cv_id\": …, \"text\": …} a line\n  positions  {\"jd_id\": …, \"text\": …} a line\n  \
                      pairs      cv_id,jd_id,satisfied (0 or 1)\n\nExample:\n  muster eval pairs --people tests/fixtures/eval_pairs/people.jsonl \\\n    \
                      --positions tests/fixtures/eval_pairs/positions.jsonl --pairs tests/fixtures/eval_pairs/pairs.csv"
    )]
    Pairs {
        #[arg(long, value_name = "JSONL")]
        people: PathBuf,
        #[arg(long, value_name = "JSONL")]
        positions: PathBuf,
        #[arg(long, value_name = "CSV")]
        pairs: PathBuf,
    },
    /// Posting titles and the occupation each belongs to: MRR and R@10 of the exact code
    #[command(after_help = "Format (tab between columns): title, code, name. Lines without a code are left out.")]
    Occupations {
        #[arg(long, value_name = "TSV")]
        pairs: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub enum Bench {
    /// Time matching both ways and public search; with --compare, ask other engines the same
    #[command(
        after_help = "The rows are synthetic, with the measured distributions of real postings (see src/bench).\n\
                      Nothing is kept: index, tables and servers are removed at the end. PostgreSQL is the one named\n\
                      by MUSTER_TEST_DATABASE_URL, else one started for the occasion on a socket of its own.\n\n\
                      Example:\n  muster bench match --positions 20000 --people 2000 --compare postgres,sqlite"
    )]
    Match(BenchMatch),
}

#[derive(Debug, Args)]
pub struct BenchMatch {
    #[arg(long, default_value_t = 20_000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub positions: u32,
    #[arg(long, default_value_t = 2_000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub people: u32,
    /// Ask these the same questions in the same run
    #[arg(long, value_delimiter = ',', value_enum)]
    pub compare: Vec<RivalName>,
    /// Score every row for so many questions of either kind, to see what the first look misses
    #[arg(long, default_value_t = 0)]
    pub exhaustive: u32,
    /// Which rows
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

/// An engine to compare with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RivalName {
    /// PostgreSQL full text search: GIN, ts_rank_cd
    Postgres,
    /// SQLite FTS5: bm25
    Sqlite,
}

#[derive(Debug, Subcommand)]
pub enum Admin {
    /// List the jobs that gave up after their last try
    DeadJobs,
    /// Give a dead job a new life, at once
    RetryJob {
        /// The job's id
        id: JobId,
    },
    /// Make a new one-time code for the first administrator, while there is no account
    BootstrapCode,
    /// Make a one-time code with which an account's owner sets a new password, whatever its roles
    PasswordCode {
        /// The account's id
        account: AccountId,
    },
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_words_are_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_command_says_what_it_is_for() {
        fn check(command: &clap::Command) {
            for inner in command.get_subcommands().filter(|inner| inner.get_name() != "help") {
                assert!(inner.get_about().is_some(), "{} has no sentence", inner.get_name());
                check(inner);
            }
        }
        check(&Cli::command());
    }

    #[test]
    fn arguments_are_checked() {
        let read = |line: &str| Cli::try_parse_from(line.split(' '));
        let cli = read("muster bench match --positions 5 --compare postgres,sqlite --json").expect("understood");
        assert!(cli.json);
        let Command::Bench(Bench::Match(bench)) = cli.command else { panic!("another command") };
        assert_eq!(bench.compare, [RivalName::Postgres, RivalName::Sqlite]);
        assert!(read("muster match person 00000000-0000-0000-0000-000000000001 --config x.toml").is_ok());
        for wrong in [
            "muster match person x",
            "muster match person --limit 0",
            "muster srve",
            "muster export people x --division 99",
            "muster bench match --positions 0",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
