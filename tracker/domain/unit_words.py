"""The units beside those of the table: what plans, bulletins and results frameworks count and measure in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from tracker.domain.unit_names import Sides, tidy_name

# kind, symbol, size in its base unit (a quotient where no decimal number is exact), Chinese name, other names
_MEASURED = """\
mass g 1E-6 克 gram
mass mg 1E-9 毫克
mass μg 1E-12 微克 ug
mass ng 1E-15 纳克
mass 斤 0.0005 斤 市斤 jin
mass quintal 0.1 公担 quintals
mass lb 0.00045359237 磅
mass ton 1 吨 metric_ton metric_tons metric_tonne metric_tonnes
mass kg 0.001 千克 kilogram kgs Kg KG Kgs 公斤
mass Mt 1E6 百万吨
length m 1 米 metre metres meter meters
length km 1000 公里 千米 kms Km KM Kms kilometre kilometres kilometer kilometers
length cm 0.01 厘米
length mm 0.001 毫米
length mile 1609.344 英里 miles
length nmi 1852 海里
volume m3 1 立方米 立方 方 cu_m cubic_metre cubic_metres cubic_meter cubic_meters
volume L 0.001 升 公升 litre litres liter liters
volume mL 1E-6 毫升 ml
volume hL 0.1 百升 hl
area acre 6.0702846336 英亩 acres
area ha 15 公顷 hectare hectares Ha HA
area m2 0.0015 平方米 平米 sq_m square_metre square_meters
area km2 1500 平方公里 sq_km square_kilometre square_kilometers
area 亩 1 亩 市亩
power W 0.001 瓦 watt watts
power kW 1 千瓦 KW Kw
power kWp 1 千瓦峰
power MWp 1E3 兆瓦峰
apparent-power kVA 1 千伏安
apparent-power MVA 1E3 兆伏安
energy J 1/3600000 焦耳 焦
energy kJ 1/3600 千焦
energy MJ 1/3.6 兆焦
energy GJ 1E3/3.6 吉焦 百万千焦
energy TJ 1E6/3.6 太焦
energy PJ 1E9/3.6 拍焦
energy EJ 1E12/3.6 艾焦
energy TWh 1E9 太瓦时
energy Wh 0.001 瓦时
energy kWh 1 千瓦时 KWH Kwh kW·h kw·h kw.h 千瓦·时 千瓦小时
energy MWh 1E3 兆瓦时 MWH
energy GWh 1E6 吉瓦时 GWH
energy 度电 1 度电
coal-equivalent tce 1 吨标准煤 吨标煤 t_sce
coal-equivalent kgce 0.001 千克标准煤 公斤标准煤 kg_sce
coal-equivalent gce 1E-6 克标准煤 克标煤
coal-equivalent Mtce 1E6 百万吨标准煤
oil-equivalent toe 1 吨油当量
oil-equivalent ktoe 1E3 千吨油当量
oil-equivalent Mtoe 1E6 百万吨油当量
carbon-dioxide tCO2 1 吨二氧化碳 t_CO2 tCO2e tCO2eq t_CO2e tCO2-eq 吨二氧化碳当量
carbon-dioxide kgCO2 0.001 千克二氧化碳 kgCO2e kg_CO2
carbon-dioxide ktCO2 1E3 千吨二氧化碳 ktCO2e kt_CO2e
carbon-dioxide MtCO2 1E6 百万吨二氧化碳 MtCO2e Mt_CO2e Mt_CO2
percent % 1 % percentage Percentage(%) Percentage_(%) %_(Percentage) %_(percentage) percent_(%) PCT 百分比 Percent(%)
rate ‰ 0.001 ‰ per_mille permille per_thousand
rate ‱ 0.0001 ‱ 万分比
pp bp 0.01 基点 bps basis_points basis_point
pp 千分点 0.1 千分点
duration-months 岁 12 岁 周岁 years_of_age
duration-months yrs 12 年 yr
duration-days weeks 7 周 week 星期 个星期
working-days 工作日 1 工作日 working_days 个工作日
duration-hours hours 1 小时 hour hrs 个小时
duration-hours minutes 1/60 分钟 minute mins
duration-hours seconds 1/3600 秒 second
count units 1 个 number numbers count counts no nos nr # each
containers TEU 1 标箱 标准箱 TEUs
freight t-km 1 吨公里 tkm tonne-km tonne-kilometres ton-km
passenger-distance passenger-km 1 人公里 人次公里 pkm passenger-kilometres
person-days person-days 1 人天 工日 人日 person-day man-days man-day 人·天
temperature °C 1 摄氏度
sound dB 1 分贝 db dB(A)
score points 1 分 point score
data GB 1 吉字节
data TB 1E3 太字节
data PB 1E6 拍字节
data MB 0.001 兆字节
data-rate Mbps 1 兆比特/秒
data-rate Gbps 1E3 吉比特/秒
data-rate kbps 0.001 千比特/秒
computing PFLOPS 1 PFLOPS PFlops
computing EFLOPS 1E3 EFLOPS EFlops
"""
# what is counted, with what it is called in the other language where that is known; `_` stands for a blank
_COUNTED_IN_CHINESE = """\
头=head 只=head 匹=head 羽=birds 尾=fish 株=plants 棵=trees 处=sites 所=institutions 床=beds 张=beds 床位=beds
张床位=beds 间=rooms 栋=buildings 幢=buildings 层 艘=ships 架=aircraft 列 节 册=volumes
篇=papers 幅 首 枚 块 片 支 枝 根 颗 粒 把 顶 面 盏 口=wells 眼=wells 孔 门 班 队=teams 对=pairs 双=pairs
届 场=sessions 轮 例=cases 宗=cases 笔=transactions 单 种=kinds 类=categories
街道 社区=communities 行政村 班次=services
场次=sessions 航班 架次=flights 车次 户次 台套 台(套) 套(台) 台次 件次 例次 只次 亩次 人份 剂次=doses 剂=doses
标台 箱=boxes 袋 瓶 桶 罐 盒 包 卷 捆 车 船 股 款 封 顿 餐 人·次 学位=school_places 个学位 席位 车位
个车位 泊位 个泊位 工位 人家 户家 个点 网点 专项 个班 家次 起次 宗次 公里次 辆次 企业=enterprises 家企业
户企业 项目=projects 个项目 学校=schools 所学校 医院=hospitals 家医院 学生=students 名学生 教师=teachers 名教师
村庄 个村 个乡镇 个县 个区 个社区 个站 个园区 个品种 个品牌 人口 常住人口 件发明专利 件专利 个就业岗位 岗位
个岗位
"""
_COUNTED_IN_ENGLISH = """\
people person=人 persons individual individuals=人 man men woman women child children girls boys adults youth
households household=户 families farmers farmer students=名 student pupils pupil learners learner teachers=名
teacher graduates trainees participants=人 beneficiaries=人 beneficiary patients workers employees staff
officers doctors nurses midwives passengers tourists visitors arrivals residents inhabitants population
live_births=例 live_birth births=例 birth deaths=例 cases=例 case beds=张 bed hospital_beds schools=所 school
classrooms classroom hospitals=家 hospital clinics health_centres health_facilities facilities facility centres
centers villages village districts district counties county communities wards towns municipalities cities
enterprises enterprise companies company businesses SMEs cooperatives institutions agencies organisations
organizations NGOs jobs=个 job posts vacancies vehicles=辆 vehicle cars buses trucks ships vessels aircraft
trips flights journeys heads head livestock cattle cows goats sheep pigs poultry birds trees tree seedlings
plants wells boreholes toilets latrines houses house homes home dwellings dwelling housing_units apartments
rooms buildings bridges sites plots parks connections subscribers subscriptions subscription accounts account
users user loans loan policies laws regulations strategies plans reports report studies publications papers
patents patent applications licences licenses certificates permits inspections audits meetings workshops
trainings sessions courses events campaigns agreements contracts grants kits sets doses dose tests samples calls
visits units unit pieces items FTE FTEs full-time_equivalents incidents accidents crimes offences complaints
requests transactions orders shares bags stations turbines
"""


@cache
def vocabulary() -> Mapping[str, Sides]:
    """Every unit beside those of the table by each of its names, made when a name is first not in the table."""
    found: dict[str, Sides] = {}
    for name, unit in (*_measured(), *_counted()):
        found.setdefault(tidy_name(name.replace("_", " ")), unit)
    return found


def _measured() -> Iterator[tuple[str, Sides]]:
    """What is measured, by symbol and name."""
    for row in _MEASURED.splitlines():
        kind, symbol, size, zh, *names = row.split()
        factor, _, over = size.partition("/")
        spoken = symbol if symbol.isascii() or not names else max(names, key=len).replace("_", " ")
        unit = Sides(symbol, kind, Decimal(factor), zh, spoken, over=Decimal(over or 1))
        yield from ((name, unit) for name in (symbol, zh, *names))


def _counted() -> Iterator[tuple[str, Sides]]:
    """What is counted: one of it is one, whatever it is called."""
    for said in _COUNTED_IN_CHINESE.split():
        zh, _, en = said.partition("=")
        yield zh, Sides(zh, "count", Decimal(1), zh, en.replace("_", " ") or zh)
    for said in _COUNTED_IN_ENGLISH.split():
        name, _, zh = said.partition("=")
        yield name, Sides(name.replace("_", " "), "count", Decimal(1), zh, name.replace("_", " "))
