use super::*;

#[test]
fn designations_are_found() {
    use Kind::*;
    let cases: &[(&str, Kind)] = &[
        ("第38集团军", Formation),
        ("第三十八集团军某部", Formation),
        ("三八集团军", Formation),
        ("第 3 8 集·团·军", Formation),
        ("３８集團軍", Formation),
        ("第【38】集团军", Formation),
        ("38集团均", Formation),
        ("原27军通信站", Formation),
        ("第五十四军", Formation),
        ("179旅", Formation),
        ("一七九旅炊事班", Formation),
        ("一百七十九旅", Formation),
        ("第5旅", Formation),
        ("l79旅", Formation),
        ("①⑦⑨旅", Formation),
        ("幺七九旅", Formation),
        ("3️⃣4️⃣旅", Formation),
        ("112合成旅", Formation),
        ("第73特战旅", Formation),
        ("5坦克团", Formation),
        ("127师", Formation),
        ("一二七师三七九团", Formation),
        ("在336团服役", Formation),
        ("3营2连", Formation),
        ("三营二连当文书", Formation),
        ("3 营 2 连", Formation),
        ("2连1排", Formation),
        ("第三营", Formation),
        ("第二连队", Formation),
        ("在五连当兵", Formation),
        ("机步3营", Formation),
        ("新兵2连训练", Formation),
        ("特战5大队", Formation),
        ("武警第2支队服役", Formation),
        ("武警嘉兴支队", Formation),
        ("武警浙江总队机动支队", Formation),
        ("硬骨头六连", Formation),
        ("钢七连", Formation),
        ("叶挺独立团", Formation),
        ("雪豹突击队", Formation),
        ("在179lv当兵", Formation),
        ("32145部队", CoverNumber),
        ("中国人民解放军32145部队", CoverNumber),
        ("三二一四五部队", CoverNumber),
        ("3 2 1 4 5 部 队", CoverNumber),
        ("32-145部队", CoverNumber),
        ("３２１４５部隊", CoverNumber),
        ("321４5部队78分队", CoverNumber),
        ("武警8690部队", CoverNumber),
        ("8341部队", CoverNumber),
        ("部队番号：32145", CoverNumber),
        ("服役部队代号 95857", CoverNumber),
        ("在32145服役", CoverNumber),
        ("部队通信地址5123信箱", CoverNumber),
        ("某市5123信箱12分箱", CoverNumber),
        ("第25试验训练基地", Base),
        ("63基地服役", Base),
        ("湛江军港", Base),
        ("三亚潜艇基地", Base),
        ("在酒泉导弹基地当兵", Base),
        ("神仙湾哨所", Base),
        ("舷号171", Ship),
        ("171舰", Ship),
        ("一七一舰机电兵", Ship),
        ("372潜艇", Ship),
        ("海口舰", Ship),
        ("在辽宁舰服役", Ship),
        ("山东号航母", Ship),
        ("昆仑山舰", Ship),
        ("驱逐舰第3支队", Ship),
        ("潜艇32支队", Ship),
        ("东风-41", Weapon),
        ("操作东风41导弹", Weapon),
        ("DF-26", Weapon),
        ("歼-20", Weapon),
        ("歼20机务", Weapon),
        ("轰六", Weapon),
        ("运-20机组", Weapon),
        ("直-10机务", Weapon),
        ("鹰击-12导弹", Weapon),
        ("红旗-9地空导弹", Weapon),
        ("052D驱逐舰", Weapon),
        ("09III", Weapon),
        ("09Ⅲ核潜艇", Weapon),
        ("99式坦克驾驶员", Weapon),
        ("95式自动步枪", Weapon),
        ("ZTZ-99A", Weapon),
        ("J-20战机", Weapon),
        ("某集团军装甲第6师坦克营", Formation),
        ("空军航空兵第九师", Formation),
        ("第一一二师三三四团", Formation),
        ("在二炮五十五基地某旅", Base),
        ("在直-8机组", Weapon),
    ];
    assert!(cases.len() >= 60);
    let found = cases.iter().map(|(text, kind)| (text, kind, unit_designations(text)));
    let missed: Vec<_> =
        found.filter(|(_, kind, found)| found.first().map(|first| &first.kind) != Some(kind)).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn ordinary_words_are_left_alone() {
    let texts = [
        "3年团队管理经验",
        "2连锁店店长",
        "在连队食堂当过炊事员",
        "5营业部",
        "第三营业部",
        "12345热线",
        "50000元",
        "工资15000，部队转业优先",
        "旅游团30人",
        "带过50人的团队",
        "消防救援大队",
        "消防救援支队第2大队",
        "嘉兴市消防救援支队",
        "交警第三大队辅警",
        "在某旅担任班长",
        "某集团军某旅服役8年",
        "东部战区陆军",
        "浙江省军区",
        "平湖市人武部",
        "服役12年，三级军士长",
        "荣立三等功一次，嘉奖三次",
        "担任副班长2年、班长3年",
        "担任连长3年、营长2年",
        "排长、连长、营长",
        "带一个班10个人",
        "带过3个排",
        "海军陆战队员",
        "空降兵",
        "武警战士",
        "武警总队医院护士",
        "参加过3次抗洪",
        "2015年至2018年服役",
        "2008年入伍，2013年退役",
        "38岁，退役军人",
        "100名军人家属",
        "30军嫂就业",
        "第三军医大学毕业",
        "陆军工程大学",
        "第二师范学院",
        "招10师傅",
        "3名厨师、2名面点师",
        "5工程师",
        "高级工程师2人",
        "2营养师",
        "3营销主管",
        "第二营销中心",
        "一连三年评为优秀",
        "三连冠",
        "2连休",
        "一键三连",
        "第一连接工位",
        "10团购",
        "第一团支部书记",
        "第三团队负责人",
        "新疆生产建设兵团第三师",
        "旗舰店店长",
        "上海旗舰店",
        "军舰机电岗位",
        "护卫舰轮机兵",
        "驾驶东风货车",
        "东风5吨货车",
        "东风路15号",
        "红旗轿车司机",
        "垂直10米作业",
        "一直10点下班",
        "搬运20箱货物",
        "每天转运8吨",
        "95分以上",
        "95后团队",
        "99元套餐",
        "0573-85012345",
        "13800000000",
        "330482199008019990",
        "邮箱12345@example.com",
        "某市信箱12号",
        "培训基地讲师",
        "建成20个就业基地",
        "平湖训练基地",
        "高原哨所服役5年",
        "在边防连服役",
        "新疆某边防连",
        "海岛雷达站值班",
        "履带式装甲车驾驶",
        "会操作122毫米以下口径的训练器材",
        "J11办公楼",
        "HQ办公室",
        "3D打印",
        "C1驾照，安全行车10万公里",
        "第5届运动会",
        "团嘉奖2次，旅比武第三名",
        "保安大队长，管理3个中队",
        "集团公司第二大队",
        // Too little to tell: a row of shops, a run of wins, a company.
        "十二连",
        "",
    ];
    assert!(texts.len() >= 60);
    let wrong: Vec<_> =
        texts.iter().map(|text| (text, unit_designations(text))).filter(|(_, found)| !found.is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_finding_points_into_the_original() {
    let text = "我在第 三十八 集团军，后到海口舰";
    let findings = unit_designations(text);
    let matched: Vec<_> = findings.iter().map(|finding| finding.matched(text)).collect();
    assert_eq!(matched, ["第 三十八 集团军", "海口舰"]);
    assert_eq!(findings[0].span, 2..11);
}

#[test]
fn codes_are_unique() {
    let mut codes: Vec<_> = RULES.iter().map(|row| row.1).chain(NAMED.iter().map(|row| row.1)).collect();
    let count = codes.len();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), count);
}

proptest::proptest! {
    /// Numerals, fillers and units in any order: spans stay inside the text.
    #[test]
    fn no_text_breaks_the_screen(text in "[0-9一三七十百第集团军旅营连部队舰海口·\\- ①Ⅲ𝟏a-zA-Z，。\n]{0,40}|\\PC{0,40}") {
        for finding in unit_designations(&text) {
            proptest::prop_assert_eq!(finding.matched(&text).chars().count(), finding.span.len());
        }
    }
}
