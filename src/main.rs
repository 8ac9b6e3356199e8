//! The command line: reads the words, opens what the command needs, prints the answer.

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use muster::commands::answer::Answer;
use muster::commands::arguments::{
    Admin, Bench, Cli, Command, Eval, Export, Import, Index, Limit, Match, Sheet, Weights,
};
use muster::commands::{admin, demo, errors, eval, export, import, index, match_, migrate, serve, verify, weights};
use muster::config::Config;
use muster::employers::model::ImportKind;
use muster::employers::store::PositionFilter;
use muster::error::{Error, Result};
use muster::people::store::PeopleFilter;
use tracing_subscriber::filter::LevelFilter;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let config = match Config::load(cli.config.as_deref()).and_then(|config| log(&config).map(|()| config)) {
        Ok(config) => config,
        Err(error) => {
            eprintln!("配置有误：{error}");
            return ExitCode::from(errors::USAGE);
        }
    };
    let json = cli.json;
    match run(cli, config) {
        Ok(None) => ExitCode::SUCCESS,
        Ok(Some(answer)) => {
            print(&answer, json);
            if answer.passed { ExitCode::SUCCESS } else { ExitCode::from(errors::FAILED) }
        }
        Err(error) => {
            complain(&error, json);
            ExitCode::from(errors::exit_code(&error))
        }
    }
}

/// `None`: the command has printed what it had to say as it went.
fn run(cli: Cli, config: Config) -> Result<Option<Answer>> {
    let rows = |limit: Limit| usize::from(limit.limit);
    match cli.command {
        Command::Serve(arguments) => {
            let listen = arguments.listen.unwrap_or_else(|| config.listen.clone());
            return serve::serve(Config { listen, ..config }, arguments.production).map(|()| None);
        }
        Command::Demo(arguments) => {
            return demo::demo(&config, arguments.seed, cli.json).map(|()| None);
        }
        Command::Migrate => migrate::migrate(&config),
        Command::Import(arguments) => run_import(&config, arguments),
        Command::Export(arguments) => run_export(&config, arguments),
        Command::Index(Index::Status) => index::status(&config),
        Command::Index(Index::Rebuild) => index::rebuild(&config),
        Command::Match(Match::Person { id, limit }) => match_::person(&config, id, rows(limit)),
        Command::Match(Match::Position { id, limit }) => match_::position(&config, id, rows(limit)),
        Command::Weights(Weights::List) => weights::list(&config),
        Command::Weights(Weights::Propose { since, out, by }) => weights::propose(&config, since, &out, by),
        Command::Weights(Weights::Accept { weights, by }) => weights::accept(&config, weights, by),
        Command::Eval(Eval::Titles { corpus, queries, qrels }) => eval::titles(&corpus, &queries, &qrels),
        Command::Eval(Eval::Pairs { people, positions, pairs }) => eval::pairs(&people, &positions, &pairs),
        Command::Eval(Eval::Occupations { pairs }) => eval::occupations(&pairs),
        Command::Bench(Bench::Match(arguments)) => muster::bench::run(&arguments),
        Command::Admin(Admin::DeadJobs) => admin::dead_jobs(&config),
        Command::Admin(Admin::RetryJob { id }) => admin::retry_job(&config, id),
        Command::Admin(Admin::BootstrapCode) => admin::bootstrap_code(&config),
        Command::Admin(Admin::PasswordCode { account }) => admin::password_code(&config, account),
        Command::Verify => verify::verify(&config),
    }
    .map(Some)
}

fn run_import(config: &Config, arguments: Import) -> Result<Answer> {
    let table = |kind, sheet: Sheet| {
        let mapping = sheet.mapping.into_iter().collect();
        import::table(config, kind, &sheet.file, &mapping, sheet.dry_run, sheet.mode)
    };
    match arguments {
        Import::Postings { file, verify } => import::postings(config, &file, verify),
        Import::Positions(sheet) => table(ImportKind::Positions, sheet),
        Import::People(sheet) => table(ImportKind::People, sheet),
        Import::Undo { id } => import::undo(config, id),
    }
}

fn run_export(config: &Config, arguments: Export) -> Result<Answer> {
    match arguments {
        Export::Positions { out, state, division, enterprise } => {
            export::positions(config, &out, &PositionFilter { title: None, enterprise, state, division })
        }
        Export::People { out, division, verification, kind, clear } => {
            let filter = PeopleFilter { division, verification, kind, ..PeopleFilter::default() };
            export::people(config, &out, &filter, clear)
        }
    }
}

/// JSON lines on stderr at the configured level; a panic is a line too.
fn log(config: &Config) -> Result<(), String> {
    let level: LevelFilter =
        config.log.parse().map_err(|_| format!("log: {:?} is not one of error, warn, info, debug", config.log))?;
    tracing_subscriber::fmt().json().with_max_level(level).with_writer(std::io::stderr).init();
    std::panic::set_hook(Box::new(|panic| {
        // Where, not what: a panic's message may quote the data it choked on.
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, thread = std::thread::current().name().unwrap_or_default(), "panicked");
    }));
    Ok(())
}

fn print(answer: &Answer, json: bool) {
    let text = if json { answer.json.to_string() } else { answer.text.clone() };
    // A reader that has seen enough (`| head`) is no failure.
    let _ = writeln!(std::io::stdout(), "{text}");
}

fn complain(error: &Error, json: bool) {
    let sentence = errors::sentence(error);
    if json {
        let mut problem = serde_json::json!(error.problem());
        problem["sentence"] = sentence.into();
        eprintln!("{problem}");
    } else {
        eprintln!("{sentence}");
    }
}
