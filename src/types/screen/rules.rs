//! The tables of [`super`]: what a designation looks like, once a text is opened (small letters, Arabic
//! numbers). Each row has a code that a test and a log may name.
//!
//! Source of all rows: 退役军人保障法 art. 6, 68 [T]; 中国人民解放军保密条例 [G]. The forms themselves are those
//! of open publications; no row names a unit that the rules would not find by its form.

use super::Kind;
use crate::types::phrases::Phrase;

/// Words of a sentence about service. Bare numbers with 营, 连 and 团 need one of them nearby, since the
/// same signs begin 营业部, 连锁店 and 团队.
const SERVICE: &str = "服役|部队|当兵|参军|入伍|退伍|退役|复员|转业|战士|士兵|士官|军士|义务兵|新兵|老兵|班长|排长|连长|营长|团长|旅长|师长|指导员|教导员|政委|文书|通信员|炊事|驾驶员?兵|侦察|步兵|炮兵|装甲|坦克|合成|摩步|机步|特战|空降|工兵|防化|舰|海军|空军|陆军|火箭军|武警|海警|集团军|现役|军旅|军营|番号|驻防|驻守|战区|军区|兵役|军人|连队|军事|等功|嘉奖|优秀士兵|\\d师|\\d旅|\\d团|指挥所|教练员|某[旅师团部]|2炮|导弹";

/// Police, rescue and companies number their teams too.
const CIVIL: &str = "(?:交警|公安|辅警|特警|巡警|刑警|民警|消防|城管|执法|救援|安保|保安|物业|公司|兵团|团场|农场|路政|高速|养护|学校|大学|旅行社?|旅游|项目|施工|工程局|环卫|地质|勘探|保洁|志愿|民兵|少先队)[^,。]{0,10}$|集团(?:[^军,。][^,。]{0,9})?$";

/// What follows 旅, 师, 团, 营, 连 in words of daily life.
const AFTER_UNIT: &str = "^(?:队(?:管|建|合|精|协|长期|伍|员|领|工|成|氛|人|服务|经|负|规|$|[,。、;\\s])|锁|业|销|养|地|运|收|利|造|商|区|傅|资|范|生|兄|弟|徒|购|员|建|游|行|客|程|居|馆|店|社|费|途|拍|伴|友|体|续|接|带|冠|胜|败|年|夜|贯|环|载|拍|发|号|跳|击|休|假|涨|杀|板|通|线|杆|铸|杯|衣|鞋|支部|聚|伙|结|圆|课|委|日|餐|以上|左右|次|宿|历|遇|人|德|表|爷|哥|者|妹|姐|大|院)";

pub const RULES: &[(Kind, &str, Phrase)] = &[
    // 第38集团军
    (Kind::Formation, "group_army", Phrase::new("(?:^|[^\\d])(?P<m>第?\\d{1,3}号?集团[军均君菌钧])")),
    // 38军
    (
        Kind::Formation,
        "corps",
        Phrase::new("(?:^|[^\\d])(?P<m>第\\d{1,3}军|\\d{2,3}军)")
            .unless_after("^(?:区|医|校|大|人|犬|旗|事|工|训|民|品|需|装|衔|功|嫂|属|官|士|休|转|地|用|营|帐|刀|绿|舰|机|火|体|帽|鞋|运|代|警|歌|乐|迷|团|队|种|马|令|政|供|旅|考|垦|鼓|号|情|粮|大衣)"),
    ),
    // 112合成旅, 5特战旅, 3机步营; the branch makes any number a designation
    (
        Kind::Formation,
        "branch_unit",
        Phrase::new("(?:^|[^\\d])(?P<m>第?\\d{1,4}(?:红军|重型|中型|轻型|高原|山地|两栖)?(?:合成|摩托化步兵|机械化步兵|摩步|机步|步兵|装甲步兵|装甲|坦克|炮兵|高炮|防空导弹|地空导弹|防空|空降兵?|特种作战|特战|陆航|陆军航空兵?|空中突击|空突|海军陆战|陆战|航空兵|歼击机|轰炸机|舰载机|导弹|火箭炮?|工兵|工程兵|工化|防化|通信|电子对抗|电抗|信息支援|信息通信|情报侦察|侦察|边防|海防|舟桥|汽车|勤务支援|勤务保障|预备役|雷达|教导|警卫)(?:师|旅|团|营|连|支队|大队|中队))")
            .unless_before(CIVIL)
            .unless_after(AFTER_UNIT),
    ),
    // 机步3营, 新兵2连, 特战5大队
    (
        Kind::Formation,
        "branch_number",
        Phrase::new("(?:合成|摩步|机步|步兵|装甲|坦克|炮兵|高炮|防空|空降兵?|特种作战|特战|陆航|空突|陆战|航空兵|导弹|工兵|工程兵|工化|防化|侦察|边防|海防|舟桥|雷达|教导|警卫|新兵|学员|勤务|通信|汽车)第?\\d{1,3}(?:师|旅|团|营|连|支队|大队|中队)")
            .unless_before(CIVIL)
            .unless_after(AFTER_UNIT),
    ),
    // 179旅
    (Kind::Formation, "brigade", Phrase::new("(?:^|[^\\d])(?P<m>第\\d旅|第?\\d{2,3}旅)").unless_before(CIVIL).unless_after(AFTER_UNIT)),
    // 127师
    (
        Kind::Formation,
        "division",
        Phrase::new("(?:^|[^\\d])(?P<m>第\\d师|第?\\d{2,3}师)").unless_before(CIVIL).unless_after(AFTER_UNIT),
    ),
    // 336团, 3团
    (
        Kind::Formation,
        "regiment",
        Phrase::new("(?:^|[^\\d])(?P<m>第?\\d{1,3}团)").near(SERVICE).unless_before(CIVIL).unless_after(AFTER_UNIT),
    ),
    // 3营2连, 2连1排, 1排3班
    (
        Kind::Formation,
        "nested",
        Phrase::new("(?:^|[^\\d])(?P<m>第?\\d{1,3}(?:旅|师|团)第?\\d{1,2}(?:团|营|连)|第?\\d{1,2}营第?\\d{1,2}连|第?\\d{1,2}连第?\\d{1,2}排|第?\\d{1,2}排第?\\d{1,2}班)")
            .unless_before(CIVIL)
            .unless_after(AFTER_UNIT),
    ),
    // 第3营, 第5连, 第2连队
    (
        Kind::Formation,
        "battalion_or_company",
        Phrase::new("第\\d{1,2}(?:营|连队?)").unless_before(CIVIL).unless_after(AFTER_UNIT),
    ),
    // 3营, 5连 in a sentence about service
    (
        Kind::Formation,
        "battalion_or_company_in_service",
        Phrase::new("(?:^|[^\\d])(?P<m>\\d{1,2}(?:营|连队?))").near(SERVICE).unless_before(CIVIL).unless_after(AFTER_UNIT),
    ),
    // 武警第2支队, 飞行3大队
    (
        Kind::Formation,
        "armed_police_or_flying_unit",
        Phrase::new("(?:^|[^\\d])(?P<m>第?\\d{1,3}(?:支队|大队|中队))")
            .near("武警|海警|内卫|总队|特战|飞行|航空|舰|艇|学员|军校|边防|部队|服役|当兵|入伍|战士|士官|军士")
            .unless_before(CIVIL)
            .unless_after("^(?:辅警|协警|民警|交警)"),
    ),
    // 武警嘉兴支队
    (
        Kind::Formation,
        "armed_police_place",
        Phrase::new("武警(?:部队)?[\\p{Han}\\d]{2,10}?(?:支队|大队|中队)").unless_before("(?:交警|消防)$").unless_after("^医院"),
    ),
    // 硬骨头6连, 钢7连, 叶挺团
    (
        Kind::Formation,
        "honour_name",
        Phrase::new("硬骨头\\d连|(?:南京路上)?好\\d连|大功\\d连|钢\\d连|红\\d连|尖刀\\d?连|杨根思连|黄继光(?:英雄)?连|董存瑞(?:英雄)?连|邱少云(?:英雄)?连|雷锋班|叶挺(?:独立)?团|老虎团|万岁军|塔山(?:英雄|守备)?[师团连]|临汾旅|大渡河连|狼牙山(?:\\d壮士)?连|刘老庄连|红军[师团营连]|(?:雪豹|猎鹰|蛟龙|雷神|雄鹰|霹雳|天狼)突击队|神威大队|猛虎[师旅]")
            .unless_after("^(?:锁|组|级|车|队|接|续|战)"),
    ),
    // 38jun, 179lv
    (
        Kind::Formation,
        "in_letters",
        Phrase::new("(?:^|[^\\d])(?P<m>\\d{1,3}(?:jituanjun|jtj|jun|lv|lü|shi|tuan|ying|lian))(?:$|[^a-z])").near(SERVICE),
    ),
    // 32145部队
    (
        Kind::CoverNumber,
        "five_digits",
        Phrase::new("(?:^|[^\\d])(?P<m>(?:中国人民|人民)?(?:解放军|海军|空军|陆军|火箭军|武警)?第?\\d{5}(?:部队|[布步]队|分队))")
            .unless_before("(?:工资|月薪|年薪|薪资|底薪|收入|编号|元)[^,。]{0,6}$"),
    ),
    (
        Kind::CoverNumber,
        "five_digits_short",
        Phrase::new("(?:^|[^\\d])(?P<m>\\d{5}部)(?:$|[^队门件位手电车书影机片设])").near(SERVICE),
    ),
    (Kind::CoverNumber, "five_digits_served", Phrase::new("(?:在|于|去|到|是|分到|分配到)(?P<m>\\d{5})(?:服役|当兵|入伍|退伍|退役|的?老?兵|的?战友)")),
    // 武警8690部队, 8341部队
    (
        Kind::CoverNumber,
        "four_digits",
        Phrase::new("(?:武警|解放军|人民军队|海军|空军|陆军|第2炮兵|2炮)(?:部队)?第?\\d{3,4}(?:部队|支队|部(?:$|[,。、;\\s]))|(?:^|[^\\d])(?P<m>(?:[3-9]\\d{3}|1[0-8]\\d{2}|2[1-9]\\d{2})部队)")
            .unless_before("(?:工资|月薪|年薪|薪资|底薪|收入|编号|元|电话)[^,。]{0,6}$"),
    ),
    // 番号32145, 代号:32145
    (Kind::CoverNumber, "named_number", Phrase::new("番号[^\\d,。\\n]{0,4}\\d{2,5}(?:$|[^\\d])")),
    (Kind::CoverNumber, "code_number", Phrase::new("代号[^\\d,。\\n]{0,4}\\d{3,5}(?:$|[^\\d])").near(SERVICE)),
    // 5123信箱12分箱
    (Kind::CoverNumber, "mailbox", Phrase::new("(?:^|[^\\d])(?P<m>\\d{2,5}号?信箱(?:\\d{1,3}分箱)?)").near(SERVICE)),
    (Kind::CoverNumber, "mailbox_branch", Phrase::new("(?:^|[^\\d])(?P<m>\\d{2,5}号?信箱\\d{1,3}号?分箱)")),
    // 第25试验训练基地, 63基地
    (
        Kind::Base,
        "numbered_base",
        Phrase::new("第\\d{2}(?:号|试验|训练|综合|导弹|测控|发射|保障)*基地").unless_before(CIVIL),
    ),
    (
        Kind::Base,
        "numbered_base_in_service",
        Phrase::new("(?:^|[^\\d])(?P<m>\\d{2}(?:号|试验|训练|导弹|测控|发射|保障)*基地)")
            .near(SERVICE)
            .unless_before("(?:共|有|约|近|建成|建设|超|达)$"),
    ),
    (
        Kind::Base,
        "known_post",
        Phrase::new("(?:神仙湾|红其拉甫|詹娘舍|查果拉|河尾滩|天文点|无名湖|亚龙湾|姜格庄|榆林|旅顺|小平岛|永暑礁?|美济礁?|渚碧礁?|永兴岛)[\\p{Han}]{0,2}(?:哨所|边防连|边防站|海军基地|潜艇基地|军港|基地|守备队|雷达站|守礁)|(?:永暑|美济|渚碧|华阳|赤瓜|东门|南薰)礁(?:守备|守礁|部队|服役|驻守)|(?:驻守|驻防)(?:永暑|美济|渚碧|华阳|赤瓜)礁"),
    ),
    // 舷号171
    (Kind::Ship, "hull_number", Phrase::new("舷号[^\\d,。\\n]{0,3}\\d{2,4}")),
    // 171舰, 372潜艇
    (
        Kind::Ship,
        "numbered_ship",
        Phrase::new("(?:^|[^\\d])(?P<m>\\d{2,4}号?(?:导弹)?(?:驱逐舰|护卫舰|登陆舰|补给舰|扫雷舰|猎潜艇|导弹艇|潜艇|舰))")
            .unless_after("^(?:船|载|队(?:游|文)|只|艘|支|炮弹)"),
    ),
    (Kind::Ship, "numbered_boat", Phrase::new("(?:^|[^\\d])(?P<m>\\d{2,4}号?艇)").near(SERVICE)),
    // 驱逐舰第3支队, 潜艇32支队
    (
        Kind::Ship,
        "flotilla",
        Phrase::new("(?:驱逐舰|护卫舰|护卫艇|潜艇|登陆舰|快艇|导弹艇|扫雷舰|猎潜艇|作战支援舰船?|航母|岸导|舰艇|核潜艇)第?\\d{1,2}(?:支队|大队|中队|团)"),
    ),
    (
        Kind::Ship,
        "named_ship",
        Phrase::new("(?:郑和|世昌|戚继光|邓世昌|长白山|昆仑山|井冈山|沂蒙山|祁连山|4明山|5台山|龙虎山|东平湖|洪泽湖|千岛湖|微山湖|骆马湖|高邮湖|洞庭湖|呼伦湖|查干湖|可可西里湖)号?(?:舰|补给舰|登陆舰|训练舰)|和平方舟号?(?:医院船|舰|服役)|长征\\d{1,2}号?(?:潜艇|核潜艇|艇)"),
    ),
    // 东风-41, DF-26
    (
        Kind::Weapon,
        "dongfeng",
        Phrase::new("东风[- ]?(?:41|31|26|21|17|5|11|15|16|27|61)[a-d]?g?(?:$|[^\\d吨米系轴方座路街栋幢t年月日个元万公%号kw])")
            .unless_before("(?:汽车|卡车|货车|牌)$"),
    ),
    (Kind::Weapon, "df", Phrase::new("(?:^|[^a-z\\d])(?P<m>df[- ]?(?:4|5|11|15|16|17|21|26|27|31|41|61)[a-d]?g?)(?:$|[^a-z\\d])")),
    // 歼-20, 轰-6
    (Kind::Weapon, "aircraft", Phrase::new("歼轰?[- ]?\\d{1,2}[a-h]?|(?:^|[^炮狂猛])(?P<m>轰[- ]?[67][a-n]?)(?:$|[^\\d年月天次个])")),
    (
        Kind::Weapon,
        "transport_aircraft",
        Phrase::new("(?:^|[^搬货托转客营海陆空装启拖航承快调起吊])(?P<m>运[- ]?(?:7|8|9|20|油20))(?:$|[^\\d吨箱车年件单趟多个次公立月天小名人万台辆米方斤批票条kt元点])")
            .near("飞机|运输机|机务|空军|飞行|空降|机组|机长|部队|服役|机械师"),
    ),
    (
        Kind::Weapon,
        "helicopter",
        Phrase::new("(?:^|[^垂1简竖笔曾])(?P<m>直[- ]?(?:5|8|9|10|11|18|19|20)[a-l]?)(?:$|[^\\d点到个米年月天小元万人名k%])")
            .near("直升机|机务|机组|陆航|飞行|部队|舰载|维护|飞机|服役|机械师|旋翼"),
    ),
    // 鹰击-12, 红旗-9
    (Kind::Weapon, "missile", Phrase::new("(?:鹰击|霹雳|巨浪|长剑|海红旗|红箭|前卫|飞弩|空警|无侦)[- ]?\\d{1,4}[a-k]?")),
    (
        Kind::Weapon,
        "missile_ambiguous",
        Phrase::new("(?:红旗|彩虹|翼龙|攻击)[- ]?\\d{1,3}[a-k]?")
            .near("导弹|防空|发射|阵地|部队|服役|射手|号手|地空|营|察打|军")
            .unless_before("(?:汽车|轿车|牌|一汽)[^,。]{0,4}$")
            .unless_after("^(?:个|次|天|年|%|人|名|路|号|手机|轿车)"),
    ),
    // 052D, 09III
    (
        Kind::Weapon,
        "ship_class",
        Phrase::new("(?:^|[^\\d-])(?P<m>0(?:51|52|53|54|55|56|71|72|73|75|76|81|35|39|91|92|93|94|95|96)[a-d]{0,2}(?:型|级)?)(?:$|[^\\d-])")
            .near("舰|艇|潜|驱逐|护卫|登陆|海军|航母"),
    ),
    (Kind::Weapon, "submarine_class", Phrase::new("(?:^|[^\\d])(?P<m>09(?:iii|ii|iv|v|vi)[a-b]?)(?:$|[^a-z])")),
    // 99式坦克, 95式自动步枪
    (
        Kind::Weapon,
        "type_year",
        Phrase::new("(?:^|[^\\d])(?P<m>\\d{2}式?[a-g]{0,2}(?:型|式)?(?:自动|半自动|轻型|重型|轻|重|两栖|履带|轮式|主战|15\\d毫米|12\\d毫米|\\d{2,3}毫米|远程|多管|狙击|通用|班用)*(?:坦克|轻坦|步战车|步兵战车|突击车|自行火炮|自行加榴炮|自行榴弹炮|榴弹炮|加榴炮|火箭炮|远火|高炮|高射炮|迫击炮|步枪|机枪|手枪|冲锋枪|火箭筒|榴弹发射器))"),
    ),
    (
        Kind::Weapon,
        "type_letters",
        Phrase::new("(?:^|[^a-z\\d])(?P<m>(?:ztz|ztq|ztd|zbd|zbl|zsl|zlj|plz|pll|plc|pcl|phl|pgz|qbz|qsz|qbu|qjy|qlu)[- ]?\\d{2,4}[a-g]?)(?:$|[^a-z\\d])"),
    ),
    (
        Kind::Weapon,
        "type_letters_ambiguous",
        Phrase::new("(?:^|[^a-z\\d])(?P<m>(?:hq|yj|jl|pl|cj|kj|hj|wz|j|jh|h|y|z|gj)[- ]?(?:\\d{1,2}|100|200|500|600|2000)[a-h]?)(?:$|[^a-z\\d])")
            .near("导弹|战机|战斗机|轰炸机|运输机|武直|武装直升机|歼击|地空|空空|反舰|预警机|机务|陆航"),
    ),
];

/// What must stand before the suffix of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stem {
    /// A province or what lies in one: 辽宁舰, 海口舰.
    AnyDivision,
    /// A city or what lies in one: 湛江军港. 新疆边防连 says no more than 边防.
    BelowProvince,
}

/// Rows whose first part must be the name of a division; the groups are what may hold the name, and what
/// follows it.
pub const NAMED: &[(Kind, &str, Stem, Phrase)] = &[
    (
        Kind::Ship,
        "ship_of_place",
        Stem::AnyDivision,
        Phrase::new(
            "([\\p{Han}\\d]{2,4})(号?(?:导弹)?(?:驱逐舰|护卫舰|登陆舰|补给舰|两栖攻击舰|航空母舰|航母|潜艇|舰))",
        )
        .unless_after("^(?:队司令)"),
    ),
    (
        Kind::Base,
        "base_of_place",
        Stem::BelowProvince,
        Phrase::new(
            "([\\p{Han}\\d]{2,6})((?:市|县|区)?(?:军用机场|军港|潜艇基地|导弹基地|海军基地|空军基地|火箭军基地|航空兵基地|导弹阵地|雷达阵地|雷达站|观通站|哨所|边防连|边防团|守备连|守备部队|海防连|导弹旅|弹药库|军械库|机步旅|合成旅|驻军))",
        ),
    ),
];
