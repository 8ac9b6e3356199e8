//! Fills an empty database with the demonstration world.

use indicatif::ProgressBar;

use super::progress;
use super::serve::open_store;
use crate::config::Config;
use crate::demo;
use crate::error::{Error, Result};

/// Builds the world of `seed`. Bars go to standard error, what stands at the end to standard output.
pub fn demo(config: &Config, seed: u64, json: bool) -> Result<()> {
    let store = open_store(config)?;
    let began = std::time::Instant::now();
    let mut bar: Option<(String, ProgressBar)> = None;
    let summary = demo::build(&store, seed, &mut |step, done, of| {
        if bar.as_ref().is_none_or(|(shown, _)| shown != step) {
            finish(bar.take());
            bar = Some((step.to_owned(), progress::bar(of, name(step))));
        }
        if let Some((_, bar)) = &bar {
            bar.set_position(done);
        }
    })?;
    finish(bar);
    if json {
        println!("{}", serde_json::to_string(&summary).map_err(Error::internal)?);
        return Ok(());
    }
    println!(
        "演示数据已建立，用时 {:.1} 秒：{} 个镇街道，{} 个村社区，账号 {}\n退役军人 {}，军属 {}，企业 {}（协会会员 {}），岗位 {}（在招 {}）\n人物和单位都是虚构的；任何人都可以一键以任何角色登录，请不要放入真实信息。",
        began.elapsed().as_secs_f64(),
        summary.townships,
        summary.villages,
        summary.accounts,
        summary.veterans,
        summary.spouses,
        summary.enterprises,
        summary.members,
        summary.positions,
        summary.positions_open,
    );
    Ok(())
}

fn finish(bar: Option<(String, ProgressBar)>) {
    if let Some((_, bar)) = bar {
        bar.finish_and_clear();
    }
}

fn name(step: &str) -> &str {
    match step {
        "accounts" => "账号",
        "enterprises" => "企业",
        "people" => "人员",
        "positions" => "岗位",
        other => other,
    }
}
