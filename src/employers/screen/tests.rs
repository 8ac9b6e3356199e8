use super::*;

/// The kinds found in a text, each once, in the order of `Kind`.
fn kinds(text: &str) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = unlawful(text).iter().map(|finding| finding.kind).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

#[test]
fn unlawful_conditions_are_found() {
    use Kind::*;
    let cases: &[(&str, &[Kind])] = &[
        ("限男性", &[Sex]),
        ("仅限女性报名", &[Sex]),
        ("男士优先", &[Sex]),
        ("女生优先考虑", &[Sex]),
        ("优先录用男生", &[Sex]),
        ("要求男性，能搬重物", &[Sex]),
        ("只招女工", &[Sex]),
        ("招聘男普工 5 名", &[Sex]),
        ("性别：女", &[Sex]),
        ("性别要求:男性", &[Sex]),
        ("女，18-30岁，形象好", &[Sex, Age]),
        ("1、男，身体健康，18—35周岁", &[Age]),
        ("男性，20-45岁", &[Sex, Age]),
        ("45岁以下女性，长白班", &[Sex, Age]),
        ("男5名，女3名", &[Sex]),
        ("女士勿扰", &[Sex]),
        ("不要男生", &[Sex]),
        ("工作轻松，更适合女生", &[Sex]),
        ("女主播", &[Sex]),
        ("急招男保安", &[Sex]),
        ("18—35周岁", &[Age]),
        ("35岁以下", &[Age]),
        ("年龄在45岁以内", &[Age]),
        ("年龄１８－４０", &[Age]),
        ("3.35周岁（含）以下", &[Age]),
        ("年龄不超过40周岁", &[Age]),
        ("25周岁以上，有驾照", &[Age]),
        ("年满22周岁", &[Age]),
        ("年龄：30岁左右", &[Age]),
        ("年龄40以下", &[Age]),
        ("1990年以后出生", &[Age]),
        ("95后优先", &[Age]),
        ("年轻人优先", &[Age]),
        ("- 25岁以上", &[Age]),
        ("18- -32岁，高中学历", &[Age]),
        ("年龄要求：95年及以后", &[Age]),
        ("有团队合作精神；年龄40周岁以下", &[Age]),
        ("有团队精神4.年龄40周岁以下", &[Age]),
        ("最好是平湖本地人", &[HouseholdRegistration]),
        ("18岁至55岁之间", &[Age]),
        ("本地户口优先", &[HouseholdRegistration]),
        ("上海户籍者优先", &[HouseholdRegistration]),
        ("限本市户籍", &[HouseholdRegistration]),
        ("须具有平湖户口。", &[HouseholdRegistration]),
        ("本地人优先", &[HouseholdRegistration]),
        ("只招本地人", &[HouseholdRegistration]),
        ("外地人勿扰", &[HouseholdRegistration]),
        ("不招河南人", &[HouseholdRegistration]),
        ("不招农民工", &[HouseholdRegistration]),
        ("户籍要求：本市", &[HouseholdRegistration]),
        ("限汉族", &[Ethnicity]),
        ("汉族优先", &[Ethnicity]),
        ("民族：汉", &[Ethnicity]),
        ("不招少数民族", &[Ethnicity]),
        ("已婚已育优先", &[MaritalStatus]),
        ("未婚", &[MaritalStatus]),
        ("两年内无生育计划", &[MaritalStatus]),
        ("单身优先", &[MaritalStatus]),
        ("婚姻状况：已婚", &[MaritalStatus]),
        ("怀孕者勿扰", &[MaritalStatus]),
        ("入职须做孕检", &[MaritalStatus]),
        ("身体健康，无乙肝", &[InfectionCarrier]),
        ("无传染性疾病", &[InfectionCarrier]),
        ("体检项目：胸透、乙肝五项", &[InfectionCarrier]),
        ("乙肝携带者不予录用", &[InfectionCarrier]),
        ("四肢健全，无残疾", &[Disability]),
        ("不招残疾人", &[Disability]),
        ("无宗教信仰", &[Religion]),
        ("信佛者优先", &[Religion]),
        ("须交押金500元", &[Deposit]),
        ("入职押金200元，离职退还", &[Deposit]),
        ("工服押金三百，满一年退", &[Deposit]),
        ("需缴纳岗位保证金", &[Deposit]),
        ("需有本地担保人", &[Deposit]),
        ("培训费自理", &[TrainingFee]),
        ("体检费由本人承担", &[TrainingFee]),
        ("收取服装费300元", &[TrainingFee]),
        ("工装费200元", &[TrainingFee]),
        ("须交报名费", &[TrainingFee]),
        ("自费体检", &[TrainingFee]),
        ("入职后身份证交公司保管", &[IdWithholding]),
        ("需押身份证", &[IdWithholding]),
        ("毕业证由公司统一保管", &[IdWithholding]),
    ];
    assert!(cases.len() >= 60);
    for (text, expected) in cases {
        assert_eq!(kinds(text), *expected, "{text}: {:?}", unlawful(text));
    }
}

#[test]
fn lawful_words_are_left_alone() {
    let texts = [
        "性别不限",
        "不限男女",
        "男女不限",
        "男女均可，专业不限",
        "男、女均可",
        "性别：男女不限",
        "性别:不限",
        "男士、女士均可报名",
        "女装店长",
        "妇女节有假期",
        "独生子女陪护假",
        "男员工享受陪产假",
        "女员工享有每月半天假",
        "负责女鞋的陈列",
        "男科门诊护士",
        "公司男女比例均衡",
        "权限女巫项目",
        "年龄不限",
        "不限年龄",
        "年满18周岁",
        "16周岁以上",
        "18岁以上，能上夜班",
        "年满18周岁即可",
        "18-60周岁",
        "60岁以下均可",
        "平均年龄28岁的团队",
        "3-12岁儿童英语教学",
        "面向18-35岁用户的产品",
        "为60岁以上老人服务",
        "未满18岁的子女可参保",
        "团队90后居多",
        "欢迎35岁以上人员应聘",
        "3年以上工作经验",
        "5-8年管理经验",
        "月薪25-30千",
        "户籍不限",
        "不限户籍",
        "协助办理户口迁移",
        "解决北京户口",
        "用户口碑良好",
        "外籍客户经理",
        "外地员工提供住宿",
        "可落户，提供集体户口",
        "民族不限",
        "少数民族优先",
        "打造民族品牌",
        "享受婚假、产假、生育保险",
        "婚否不限",
        "婚纱摄影师",
        "已婚员工可申请夫妻房",
        "结婚礼金、生育礼金",
        "单身公寓",
        "孕妇护理师，负责孕期指导",
        "负责传染病防控和报告",
        "乙肝疫苗研发",
        "持有效健康证",
        "熟悉HIVE、HBase",
        "建立健全管理制度",
        "残疾人优先",
        "不论宗教信仰一律平等",
        "不收押金",
        "无需押金",
        "零押金入职，提供车辆",
        "入职无需押金",
        "不收取任何费用、押金等",
        "无任何报名费，培训费，入会费，保证金等，完全免费",
        "负责投标保证金的办理",
        "退各类押金及收据",
        "办理房屋抵押贷款",
        "公司承担培训费",
        "报销体检费",
        "体检费入职后报销",
        "不收中介费",
        "水电费自理",
        "食宿自理",
        "跟进学员报名费用",
        "介绍朋友入职发放介绍费",
        "面试带身份证原件",
        "不扣押任何证件",
        "核查旅客身份证件",
        "有低压电工证",
        "压力容器操作证",
        "",
    ];
    assert!(texts.len() >= 60);
    for text in texts {
        assert_eq!(unlawful(text), [], "{text}");
    }
}

#[test]
fn a_finding_points_into_the_original() {
    let text = "要求：３５岁以下，男士优先";
    let findings = unlawful(text);
    assert_eq!(findings[0].span, 3..8);
    assert_eq!(findings[0].matched, "３５岁以下");
    assert_eq!((findings[1].span.clone(), findings[1].matched.as_str()), (9..13, "男士优先"));
    assert!(findings.iter().all(|finding| finding.rule.kind == finding.kind));
}

#[test]
fn every_kind_has_a_rule_with_its_mark() {
    for kind in Kind::ALL {
        let rule = kind.rule();
        assert!(["[T]", "[S]", "[G]"].iter().any(|mark| rule.source.contains(mark)), "{kind}");
        assert!(!rule.law.contains('[') && !rule.says.is_empty() && !rule.instead.is_empty(), "{kind}");
        let used = rules::PHRASES.iter().any(|(of, _)| of == kind) || *kind == Kind::Age;
        assert!(used, "no phrase finds {kind}");
    }
    assert_eq!(RULES.len(), Kind::ALL.len());
}

proptest::proptest! {
    #[test]
    fn no_text_breaks_the_screen(text in "[0-9男女限岁年龄优先押金交户口本地已婚不，。、:(\\-~ \n]{0,40}|\\PC{0,40}") {
        for finding in unlawful(&text) {
            proptest::prop_assert_eq!(finding.matched.chars().count(), finding.span.len());
        }
    }
}
