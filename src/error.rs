//! What can go wrong, in one table: a code, its HTTP status and what to do about it.
//!
//! A client gets `application/problem+json` (RFC 9457) with the code; screens translate the code. What
//! went wrong inside is logged once, where it is answered, and never sent.

use serde::Serialize;

/// Every code a client may see. `tests/tidy.rs` fails on one that nothing raises.
macro_rules! codes {
    ($($(#[$meta:meta])* $variant:ident = $code:literal $status:literal $zh:literal $en:literal),+ $(,)?) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[derive(serde::Serialize, serde::Deserialize)]
        pub enum Code { $($(#[$meta])* #[serde(rename = $code)] $variant),+ }

        impl Code {
            pub const ALL: &'static [Code] = &[$(Code::$variant),+];

            pub fn code(self) -> &'static str {
                match self { $(Code::$variant => $code),+ }
            }

            pub fn status(self) -> u16 {
                match self { $(Code::$variant => $status),+ }
            }

            /// What happened and what to do, in Chinese and in English.
            pub fn sentences(self) -> (&'static str, &'static str) {
                match self { $(Code::$variant => ($zh, $en)),+ }
            }
        }
    };
}

codes! {
    InvalidJson = "invalid_json" 400 "请求内容不是有效的 JSON，请检查格式。" "The body is not valid JSON.",
    UnknownField = "unknown_field" 400 "请求里有不认识的字段，请删去。" "The request has a field we do not know; leave it out.",
    DuplicateKey = "duplicate_key" 400 "同一个字段出现了两次，请只保留一个。" "The same key stands twice; keep one.",
    InvalidQuery = "invalid_query" 400 "查询条件有误，请检查。" "A query parameter is wrong.",
    InvalidCursor = "invalid_cursor" 400 "翻页标记无效，请回到第一页。" "The cursor is not one of ours; start at the first page.",
    MissingHeader = "missing_header" 400 "缺少必需的请求头。" "A required header is missing.",
    NotSignedIn = "not_signed_in" 401 "请先登录。" "Sign in first.",
    SessionExpired = "session_expired" 401 "登录已过期，请重新登录。" "The session has ended; sign in again.",
    WrongCredentials = "wrong_credentials" 401 "账号或密码不对，请核对后再试。" "The account or the password is wrong.",
    Forbidden = "forbidden" 403 "您没有做这件事的权限。" "You may not do this.",
    CsrfRefused = "csrf_refused" 403 "请求来源无法确认，请刷新页面后再试。" "The request's origin could not be confirmed; reload the page.",
    NotFound = "not_found" 404 "没有找到。可能已删除，或您无权查看。" "Not found; it may be gone, or not yours to see.",
    MethodNotAllowed = "method_not_allowed" 405 "此地址不支持这个操作。" "This address does not support that method.",
    Conflict = "conflict" 409 "与现有数据冲突，请核对。" "This conflicts with what stands already.",
    AlreadyRegistered = "already_registered" 409 "这个手机号或邮箱已经注册，请直接登录。" "This number or address has an account; sign in.",
    AlreadyHasProfile = "already_has_profile" 409 "您已经有求职档案。" "You have a profile already.",
    CreditCodeTaken = "credit_code_taken" 409 "这个统一社会信用代码已登记，请联系该单位的经办人或服务站。" "This credit code is registered already.",
    IdNumberTaken = "id_number_taken" 409 "这个身份证号已有核验过的档案，请在档案里查找，不要重复登记。" "Somebody verified has this ID number already; find that file instead of entering another.",
    WrongState = "wrong_state" 409 "当前状态下不能这样做。" "This cannot be done in the present state.",
    NotVerified = "not_verified" 409 "需要先通过核验。" "Verification has to come first.",
    ConsentMissing = "consent_missing" 409 "还没有同意使用档案做岗位匹配，请先在“同意事项”里确认。" "Consent for matching is missing; give it first.",
    UndoExpired = "undo_expired" 409 "已超过 24 小时，不能再撤销。" "The 24 hours for undoing are over.",
    Gone = "gone" 410 "这个岗位已经关闭。" "This position is closed.",
    VersionMismatch = "version_mismatch" 412 "别人刚改过，请看过最新内容后再改。" "Somebody changed it meanwhile; look at the present state.",
    BodyTooLarge = "body_too_large" 413 "内容太大，请分开提交。" "The body is too large.",
    WrongContentType = "wrong_content_type" 415 "内容类型不对。" "The content type is wrong.",
    Invalid = "invalid" 422 "有些内容需要修改，请看每一处的说明。" "Some fields need a change; see each one.",
    UnlawfulCondition = "unlawful_condition" 422 "岗位里有不合法的条件，改正后才能发布。" "The position has an unlawful condition; change it before publishing.",
    UnitDesignation = "unit_designation" 422 "内容里有部队番号、代号等信息，为了保密不能保存。" "The text names a military unit; it cannot be stored.",
    WeakPassword = "weak_password" 422 "密码太简单，请换一个更长、更不好猜的。" "The password is too easy to guess.",
    WrongCode = "wrong_code" 422 "这个码不对、已经用过或已过期，请核对，或到服务站再要一个。" "The code is wrong, used or expired; check it, or ask for another.",
    IncompatibleRoles = "incompatible_roles" 422 "这两种角色不能由同一个人担任。" "One person may not hold both roles.",
    SelfApproval = "self_approval" 422 "不能批准自己提出的事项，请由另一人办理。" "You may not approve your own request.",
    IdempotencyMismatch = "idempotency_mismatch" 422 "同一个提交编号带了不同的内容，请刷新后重新提交。" "This idempotency key was used with other content.",
    FileUnreadable = "file_unreadable" 422 "文件读不出来，请另存为 XLSX 或 UTF-8 的 CSV 再试。" "The file cannot be read; save it as XLSX or UTF-8 CSV.",
    PreconditionRequired = "precondition_required" 428 "缺少版本号（If-Match），请刷新后再改。" "If-Match is required; load the resource first.",
    TooManyRequests = "too_many_requests" 429 "操作太频繁，请稍后再试。" "Too many requests; wait a little.",
    Internal = "internal" 500 "系统出了问题，已记录。请稍后再试。" "Something failed inside; it has been recorded.",
    IndexUnavailable = "index_unavailable" 503 "搜索正在重建，请稍后再试。" "The search index is being rebuilt; try again shortly.",
    Busy = "busy" 503 "系统繁忙，没有保存。请再试一次。" "Too busy; nothing was saved. Try again.",
}

impl utoipa::PartialSchema for Code {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        let codes: Vec<&str> = Code::ALL.iter().map(|code| code.code()).collect();
        crate::types::coded::schema(&codes).into()
    }
}

impl utoipa::ToSchema for Code {
    fn name() -> std::borrow::Cow<'static, str> {
        "ErrorCode".into()
    }
}

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A refusal or a failure. Boxed, so that a `Result` stays small.
#[derive(Debug)]
pub struct Error(Box<Inner>);

#[derive(Debug)]
struct Inner {
    code: Code,
    detail: Option<String>,
    fields: Vec<FieldError>,
    /// The present state, sent with a 412, or what stands near a 410.
    current: Option<serde_json::Value>,
    retry_after_s: Option<i64>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// One wrong field.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct FieldError {
    /// JSON pointer (RFC 6901) into the body, or the name of a query parameter or column.
    pub pointer: String,
    pub code: String,
    /// What is wrong and what to do, in Chinese.
    pub detail: String,
}

impl FieldError {
    pub fn new(pointer: impl Into<String>, code: impl Into<String>, detail: impl Into<String>) -> Self {
        FieldError { pointer: pointer.into(), code: code.into(), detail: detail.into() }
    }
}

/// The body of every refusal (RFC 9457).
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Problem {
    pub code: Code,
    pub status: u16,
    pub title: &'static str,
    pub title_en: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub current: Option<serde_json::Value>,
}

impl Error {
    pub fn new(code: Code) -> Error {
        Error(Box::new(Inner {
            code,
            detail: None,
            fields: Vec::new(),
            current: None,
            retry_after_s: None,
            source: None,
        }))
    }

    /// All that is wrong with an input, at once.
    pub fn invalid(fields: Vec<FieldError>) -> Error {
        Error::new(Code::Invalid).fields(fields)
    }

    /// A failure inside: logged where it is answered, hidden from the client.
    pub fn internal(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
        let mut error = Error::new(Code::Internal);
        error.0.source = Some(source.into());
        error
    }

    pub fn detail(mut self, detail: impl Into<String>) -> Error {
        self.0.detail = Some(detail.into());
        self
    }

    pub fn fields(mut self, fields: Vec<FieldError>) -> Error {
        self.0.fields = fields;
        self
    }

    pub fn current(mut self, current: impl Serialize) -> Error {
        self.0.current = serde_json::to_value(current).ok();
        self
    }

    pub fn retry_after_s(mut self, seconds: i64) -> Error {
        self.0.retry_after_s = Some(seconds.max(1));
        self
    }

    pub fn code(&self) -> Code {
        self.0.code
    }

    pub fn field_errors(&self) -> &[FieldError] {
        &self.0.fields
    }

    pub fn retry_after(&self) -> Option<i64> {
        self.0.retry_after_s
    }

    pub fn source(&self) -> Option<&(dyn std::error::Error + Send + Sync)> {
        self.0.source.as_deref()
    }

    pub fn problem(&self) -> Problem {
        let (title, title_en) = self.0.code.sentences();
        Problem {
            code: self.0.code,
            status: self.0.code.status(),
            title,
            title_en,
            detail: self.0.detail.clone(),
            errors: self.0.fields.clone(),
            current: self.0.current.clone(),
        }
    }

    /// The diesel error inside, which `Store::write` asks whether a retry may help.
    pub(crate) fn database(&self) -> Option<&diesel::result::Error> {
        self.0.source.as_ref()?.downcast_ref()
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.0.code.code(), self.0.code.sentences().1)?;
        if let Some(detail) = &self.0.detail {
            write!(f, " {detail}")?;
        }
        for field in &self.0.fields {
            write!(f, " [{} {}]", field.pointer, field.code)?;
        }
        if let Some(source) = &self.0.source {
            write!(f, " ({source})")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

impl From<Code> for Error {
    fn from(code: Code) -> Error {
        Error::new(code)
    }
}

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Error {
        Error::internal(error)
    }
}

impl From<search_index::Error> for Error {
    fn from(error: search_index::Error) -> Error {
        Error::internal(error)
    }
}
