//! The first pages of signing in and up: what they are. Their forms come with the browser's own code, so
//! that nothing is lost of what somebody began to type.

use maud::{Markup, html};

use super::{First, NAME, class, private};

pub fn sign_in() -> First {
    First {
        title: format!("登录 · {NAME}"),
        description: Some("登录集结号：看匹配的岗位和理由，管理自己的资料、收藏和求职进展。".to_owned()),
        canonical: Some("/sign-in".to_owned()),
        entry: "src/app/SignInRoute.tsx",
        main: Some(page("登录", SIGN_IN)),
        ..private()
    }
}

pub fn sign_up() -> First {
    First {
        title: format!("注册账号 · {NAME}"),
        description: Some("退役军人、军属和用人单位注册集结号账号，用手机号或邮箱都可以。".to_owned()),
        canonical: Some("/sign-up".to_owned()),
        entry: "src/app/SignUpRoute.tsx",
        main: Some(page("注册账号", SIGN_UP)),
        ..private()
    }
}

/// As the browser's own code says it, and longer than anything it adds: the largest text is there at once.
const SIGN_IN: &str =
    "用注册时的手机号或邮箱登录。找工作的看岗位合不合适、为什么，单位发布岗位，工作人员办理业务，都从这里进。";
const SIGN_UP: &str = "注册后填好资料，就能看到合适的岗位和理由。不收任何费用。";

fn page(title: &str, lead: &str) -> Markup {
    html! {
        div class=(class("Page", "page")) {
            div {
                h1 { (title) }
                p class=(class("Page", "lead")) { (lead) }
            }
            noscript { p { "这一页要用 JavaScript。请在浏览器设置里打开，或到就近的退役军人服务站，请工作人员帮您办。" } }
        }
    }
}
