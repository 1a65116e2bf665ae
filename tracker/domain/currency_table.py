"""The currencies of ISO 4217, and rupees of no country: code, names and the signs that no other has."""

# code; Chinese names, the coin apart where it has a word of its own; English name; signs
TABLE = """\
AED;阿联酋 迪拉姆;UAE dirhams;Dhs
AFN;阿富汗尼;Afghan afghanis;؋
ALL;阿尔巴尼亚 列克;Albanian leke;
AMD;亚美尼亚 德拉姆;Armenian drams;֏
ANG;荷属安的列斯 盾;Netherlands Antillean guilders;
AOA;安哥拉 宽扎;Angolan kwanzas;
ARS;阿根廷 比索;Argentine pesos;AR$
AUD;澳元|澳大利亚元;Australian dollars;A$ AU$
AWG;阿鲁巴 弗罗林;Aruban florins;
AZN;阿塞拜疆 马纳特;Azerbaijani manats;₼
BAM;波黑 可兑换马克;Bosnian convertible marks;
BBD;巴巴多斯元;Barbados dollars;Bds$
BDT;孟加拉国 塔卡;Bangladeshi taka;৳
BGN;保加利亚 列弗;Bulgarian leva;лв
BHD;巴林 第纳尔;Bahraini dinars;
BIF;布隆迪 法郎;Burundian francs;FBu
BMD;百慕大元;Bermudian dollars;BD$
BND;文莱元;Brunei dollars;B$
BOB;玻利维亚诺;Bolivian bolivianos;
BRL;巴西 雷亚尔;Brazilian reais;R$
BSD;巴哈马元;Bahamian dollars;
BTN;不丹 努尔特鲁姆;Bhutanese ngultrum;
BWP;博茨瓦纳 普拉;Botswana pula;
BYN;白俄罗斯 卢布;Belarusian roubles;
BZD;伯利兹元;Belize dollars;BZ$
CAD;加元|加拿大元;Canadian dollars;C$ CA$ Can$
CDF;刚果 法郎;Congolese francs;
CHF;瑞士 法郎;Swiss francs;SFr SwF
CLF;智利 发展单位;Chilean unidades de fomento;
CLP;智利 比索;Chilean pesos;CLP$
CNY;人民币|人民币元;yuan renminbi;RMB ¥ ￥ CN¥ RMB¥
COP;哥伦比亚 比索;Colombian pesos;COL$
CRC;哥斯达黎加 科朗;Costa Rican colones;₡
CUP;古巴 比索;Cuban pesos;
CVE;佛得角 埃斯库多;Cape Verde escudos;
CZK;捷克 克朗;Czech korunas;Kč
DJF;吉布提 法郎;Djibouti francs;
DKK;丹麦 克朗;Danish kroner;Dkr
DOP;多米尼加 比索;Dominican pesos;RD$
DZD;阿尔及利亚 第纳尔;Algerian dinars;
EGP;埃及 镑|埃镑;Egyptian pounds;E£
ERN;厄立特里亚 纳克法;Eritrean nakfa;Nfk
ETB;埃塞俄比亚 比尔;Ethiopian birr;
EUR;欧元;euros;€
FJD;斐济元;Fiji dollars;FJ$
FKP;福克兰群岛 镑;Falkland Islands pounds;
GBP;英镑;sterling pounds;GB£ UK£
GEL;格鲁吉亚 拉里;Georgian lari;₾
GHS;加纳 塞地;Ghanaian cedis;₵ GH₵ GH¢
GIP;直布罗陀 镑;Gibraltar pounds;
GMD;冈比亚 达拉西;Gambian dalasi;
GNF;几内亚 法郎;Guinean francs;
GTQ;危地马拉 格查尔;Guatemalan quetzales;
GYD;圭亚那元;Guyana dollars;G$ GY$
HKD;港元|港币;Hong Kong dollars;HK$
HNL;洪都拉斯 伦皮拉;Honduran lempiras;
HTG;海地 古德;Haitian gourdes;
HUF;匈牙利 福林;Hungarian forints;
IDR;印度尼西亚 卢比;Indonesian rupiah;
ILS;以色列 新谢克尔;Israeli shekels;₪ NIS
INR;印度 卢比;Indian rupees;₹
IQD;伊拉克 第纳尔;Iraqi dinars;
IRR;伊朗 里亚尔;Iranian rials;
ISK;冰岛 克朗;Icelandic kronur;
JMD;牙买加元;Jamaican dollars;J$
JOD;约旦 第纳尔;Jordanian dinars;
JPY;日元|日圆;Japanese yen;JP¥ 円
KES;肯尼亚 先令;Kenyan shillings;KSh KShs
KGS;吉尔吉斯 索姆;Kyrgyz soms;
KHR;柬埔寨 瑞尔;Cambodian riels;៛
KMF;科摩罗 法郎;Comorian francs;
KPW;朝鲜元;North Korean won;
KRW;韩元|韩币;South Korean won;₩
KWD;科威特 第纳尔;Kuwaiti dinars;
KYD;开曼群岛元;Cayman Islands dollars;CI$
KZT;哈萨克斯坦 坚戈;Kazakhstani tenge;₸
LAK;老挝 基普;Lao kip;₭
LBP;黎巴嫩 镑;Lebanese pounds;L£
LKR;斯里兰卡 卢比;Sri Lankan rupees;SLRs LKRs
LRD;利比里亚元;Liberian dollars;L$ LD$
LSL;莱索托 洛蒂;Lesotho maloti;
LYD;利比亚 第纳尔;Libyan dinars;
MAD;摩洛哥 迪拉姆;Moroccan dirhams;
MDL;摩尔多瓦 列伊;Moldovan lei;
MGA;马达加斯加 阿里亚里;Malagasy ariary;
MKD;北马其顿 代纳尔;Macedonian denars;
MMK;缅元;Myanmar kyats;
MNT;蒙古 图格里克;Mongolian tugriks;₮
MOP;澳门元|澳门币;Macanese patacas;MOP$
MRU;毛里塔尼亚 乌吉亚;Mauritanian ouguiyas;
MUR;毛里求斯 卢比;Mauritian rupees;MURs
MVR;马尔代夫 拉菲亚;Maldivian rufiyaa;
MWK;马拉维 克瓦查;Malawian kwachas;
MXN;墨西哥 比索;Mexican pesos;Mex$ MX$
MYR;马来西亚 林吉特;Malaysian ringgit;RM
MZN;莫桑比克 梅蒂卡尔;Mozambican meticais;
NAD;纳米比亚元;Namibian dollars;N$
NGN;尼日利亚 奈拉;Nigerian naira;₦
NIO;尼加拉瓜 科多巴;Nicaraguan cordobas;
NOK;挪威 克朗;Norwegian kroner;Nkr
NPR;尼泊尔 卢比;Nepalese rupees;NRs
NZD;新西兰元|纽元;New Zealand dollars;NZ$
OMR;阿曼 里亚尔;Omani rials;
PAB;巴拿马 巴波亚;Panamanian balboas;
PEN;秘鲁 索尔;Peruvian soles;
PGK;巴布亚新几内亚 基那;Papua New Guinean kina;
PHP;菲律宾 比索;Philippine pesos;₱
PKR;巴基斯坦 卢比;Pakistani rupees;PKRs
PLN;波兰 兹罗提;Polish zlotys;zł
PYG;巴拉圭 瓜拉尼;Paraguayan guaranies;₲
QAR;卡塔尔 里亚尔;Qatari riyals;
RON;罗马尼亚 列伊;Romanian lei;
RSD;塞尔维亚 第纳尔;Serbian dinars;
RUB;卢布|俄罗斯卢布;Russian roubles;₽
RWF;卢旺达 法郎;Rwandan francs;FRw Frw
SAR;沙特 里亚尔;Saudi riyals;
SBD;所罗门群岛元;Solomon Islands dollars;SI$
SCR;塞舌尔 卢比;Seychelles rupees;SCRs
SDG;苏丹 镑;Sudanese pounds;
SEK;瑞典 克朗;Swedish kronor;Skr
SGD;新加坡元|新元;Singapore dollars;S$
SHP;圣赫勒拿 镑;Saint Helena pounds;
SLE;塞拉利昂 利昂;Sierra Leonean leones;
SOS;索马里 先令;Somali shillings;SoSh
SRD;苏里南元;Surinamese dollars;SR$
SSP;南苏丹 镑;South Sudanese pounds;SSP£
STN;圣多美和普林西比 多布拉;Sao Tome dobras;
SVC;萨尔瓦多 科朗;Salvadoran colones;
SYP;叙利亚 镑;Syrian pounds;
SZL;斯威士兰 里兰吉尼;Swazi emalangeni;
THB;泰铢;Thai baht;฿
TJS;塔吉克斯坦 索莫尼;Tajikistani somoni;
TMT;土库曼斯坦 马纳特;Turkmen manats;
TND;突尼斯 第纳尔;Tunisian dinars;
TOP;汤加 潘加;Tongan paanga;T$
TRY;土耳其 里拉;Turkish liras;₺
TTD;特立尼达和多巴哥元;Trinidad and Tobago dollars;TT$
TWD;新台币|新台币元;New Taiwan dollars;NT$ NTD
TZS;坦桑尼亚 先令;Tanzanian shillings;TSh TShs
UAH;乌克兰 格里夫纳;Ukrainian hryvnias;₴
UGX;乌干达 先令;Ugandan shillings;USh UShs
USD;美元|美金;US dollars;US$ $US U$S
UYU;乌拉圭 比索;Uruguayan pesos;$U
UZS;乌兹别克斯坦 苏姆;Uzbekistani sum;
VED;委内瑞拉 数字玻利瓦尔;Venezuelan digital bolivars;
VES;委内瑞拉 玻利瓦尔;Venezuelan bolivars;
VND;越南盾;Vietnamese dong;₫
VUV;瓦努阿图 瓦图;Vanuatu vatu;
WST;萨摩亚 塔拉;Samoan tala;WS$
XAF;中非 法郎;Central African CFA francs;
XCD;东加勒比元;East Caribbean dollars;EC$
XCG;加勒比 盾;Caribbean guilders;
XDR;特别提款权;special drawing rights;SDR SDRs
XOF;西非 法郎;West African CFA francs;
XPF;太平洋 法郎;CFP francs;F.CFP
YER;也门 里亚尔;Yemeni rials;
ZAR;南非 兰特;South African rand;
ZMW;赞比亚 克瓦查;Zambian kwachas;
ZWG;津巴布韦 金元;Zimbabwe gold;
Rs;卢比;rupees;
"""
