"""Apps and sites on which people have names, and the words that announce a name."""

from messaging.policy.phrases import Phrases

APP = Phrases("""
shopee | lazada | taobao | kik | temu | aliexpress | rednote | xiaohongshu | kakaotalk | band app | signal-app | 카카오톡 | 카톡 | 디스코드 | 인스타 | कू ऐप
signal username | signal name | steam
telegram* | telegrm | tele gram | telegramm | telgram | tg | whatsapp* | whats app | watsap | whatsap | wapp | zap | zapzap
wechat* | weixin | we chat | vx | wx | insta | instagram* | ig | facebook* | fb | messenger* | messengerz* | discord* | snapchat | snap | sc
viber* | skype* | kakao* | kakaotalk | signal app | on signal | use signal | signal: | via signal | line id | my line | our line | add line | join our line | line: | on line id
tiktok* | tik tok | twitter* | on x | youtube* | pinterest | reddit | etsy | ebay | threads | bluesky | mastodon | substack* | patreon | twitch
linkedin | wickr | threema | imo | zalo | icq | qq | steam | clubhouse | onlyfans | vk | vkontakte | xing | mixi | slack | teams | zoom | poshmark | depop
vinted | marktplaats | kleinanzeigen | leboncoin | wallapop | allegro | olx | mercari | appgroup* | appgroep* | facebook group | whatsapp group
インスタ | ツイッター | ラ◯ン | ライン | らいん | カカオ | ディスコード | テレグラム | フェイスブック | ユーチューブ | メルカリ | line の | lineの | lineで
微信 | 薇信 | 薇 | 威信 | 维信 | v信 | 扣扣 | 企鹅号 | 公众号 | 小红书 | 抖音 | 快手 | 微博 | 旺旺 | 闲鱼 | 淘宝 | 加v | 加我v
تليجرام | تلجرام | تيليجرام | تلغرام | انستا | انستغرام | انستقرام | سناب | سناب شات | سنابي | فيسبوك | فيس بوك | ديسكورد | تويتر | تيك توك | ماسنجر | فايبر
टेलीग्राम | टेलिग्राम | इंस्टा | इंस्टाग्राम | फेसबुक | व्हाट्सएप | व्हाट्सऐप | डिस्कॉर्ड | यूट्यूब | स्नैपचैट | 👻
""")

NUMERIC_APP = Phrases("qq | 扣扣 | 企鹅号 | wechat | 微信 | 薇 | icq | vx | v信 | wx")

# Things whose name follows without a word between: "our Substack Slow Stitches".
PAGE_APP = Phrases(
    "substack* | podcast | facebook page | facebook group | facebook-seite | page facebook | youtube channel | channel | newsletter"
)


NAMING = Phrases("""
nach | naar | profile
by the name | under the name | nick | nickname | nick: | is called | are called | called | the name is | name is | name | named | is | id is | id | id: | user | username | user name | handle | it's | we're | we are
i'm | i am | as | under | channel | page | group | community | profile | account | search for | search | look for | look up | type in | by the name of
: | = | → | -> | @
unter | heiß* | heiss* | namens | nennt sich | name | als | suche nach | gruppe | kanal | seite | konto | bin ich
se llama | me llamo | llamad* | como | es | soy | somos | nos encuentra como | busque | busca | usuario | cuenta | grupo | canal | página
s'appelle | je suis | on est | c'est | nous sommes | sous le nom | cherchez | nom | compte | groupe | chaîne | page | pseudo
si chiama | siamo | sono | come | è | cerca | cerchi | nome | gruppo | canale | pagina
se chama | chama-se | é | sou | somos | procura por | procure | busque | procura | nome | conta | grupo | canal | página | perfil
heet | ben | zijn we | onder de naam | zoek op | zoek naar | naam | groep | kanaal | pagina
nazywa się | jako | szukaj | nazwa | grupa | kanał | profil | strona | jestem | jesteśmy
adı | adımız | ismi | hesap | hesabı | hesabımız | kullanıcı | grubu | kanalı | sayfası | diye arat*
idは | id： | アカウント | は | という | の名前 | で検索 | 号 | 号是 | 我的是 | 是 | 叫 | 搜 | 搜索 | ： | 群
اسمي | اسمنا | حسابي | حسابنا | باسم | معرف* | اليوزر | يوزر | قناة | صفحة | ابحث عن | هو
नाम | आईडी | पर | naam | pe | par | id hai | search karo | अकाउंट | चैनल | पेज
""")

# After these even a plain word is a name.
NAMING_FOR_SURE = Phrases("""
for seller | for the seller | shop name | store name | seller name | under the name | nick is | my nick | hei*t | a loja é | la tienda es | la boutique est | sklep nazywa się | unter dem namen | bajo el nombre | sous le pseudo | con il nome | com o nome
profile | اسمه | اسمها | named | 店铺名： | 名：
is called | called | name is | username | user name | user | handle | id | id is | is named | : | = | → | -> | ：
heiß* | heiss* | nennt sich | se llama | me llamo | s'appelle | si chiama | se chama | chama-se | heet | nazywa się | adı | ismi
idは | id： | という | 叫 | 搜 | 搜索 | 号 | 号是 | اسمي | باسم | يوزر | اليوزر | नाम | naam
""")

# Words that follow a cue without being a name.
FILLER = Phrases("""
popular | required | needed | installed | already | always | never | really | blocked | working | something | anything | messages | videos | photos | pictures | customer | reviews | everyone
the | a | an | and | or | for | to | not | no | of | in | on | with | our | my | your | this | that | it | you | we | i | please | here | there | only | also | can | fine | too | easier | faster
better | quicker | more | much | just | so | works | possible | because | if | when | where | what | which | now | still | free | new | now | message | messages | notifications
der | die | das | den | dem | ein | eine | und | oder | nicht | kein | bitte | hier | da | auch | ist | sind | schneller | einfacher | el | los | las | un | una | y | o | más | que | mejor | por
le | les | des | et | ou | plus | c'est | pas | il | lo | gli | che | non | più | per | os | uma | mais | não | para | melhor | het | een | en | of | niet | meer | dan | is | als
nie | lub | oraz | tak | jest | bir | ve | için | değil | daha | how | are | was | were | will | has | have | do | does | via | from | at | by | as | but
mail | mails | telegram | whatsapp | signal | line | instagram | facebook | sms | e-mail | email | she | he | they | wants | says | told | available | down | blocked
""")

SEEK = Phrases("""
just type | type | search for | search | google | look for | look up | suchen sie nach | googeln sie | busque | búsquenos como | cherchez | tapez
cerchi | cerca | procure por | procura por | zoek op | zoek naar | szukaj | wpisz | aratın | 搜索 | 搜 | 検索 | ابحث عن | सर्च करें
""")
