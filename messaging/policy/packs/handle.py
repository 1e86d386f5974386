"""Apps and sites on which people have names, and the words that announce a name."""

from messaging.policy.phrases import Phrases

APP = Phrases("""
signal | line公式 | line@ | i.g. | f.b. | subreddit | signal me | zoom id | zoom meeting | folksy | trendyol | hepsiburada | subito | willhaben | gumtree | carousell | mercado libre | mercadolibre | ricardo.ch | ラクマ | minne | creema | redbubble | ko-fi | tumblr | flickr | bandcamp | goodreads | roblox | bereal | battle.net | gruppo telegram | linkedin-profil
blue app | app with the camera | app with the ghost | app with the paper plane | v❤ | 微❤信 | instagrm | instgram | insagram | intagram | whatapp | whatsup | facebok | telegam | dicord | etsywinkel | etsyshop | etsy-shop | snapie | snapa | discord server | discord-server | signal group | signal-gruppe | groupe signal | gruppo signal | grupo de signal | signalgroep | line group | patreon | blue bird app
the gram | psn | playstation network | xbox live | gamertag | ravelry | strava | nextdoor | line-id | snapim | snapimi | instam | discordum | telegramim | paper plane app | paper-plane app | papierflieger-app | ghost app | bird app | green app | grüne app | grünen app | app verde | appli verte | groene app | zielona aplikacja | zielonej aplikacji | yeşil uygulama | 绿泡泡 | 绿色软件 | 카톡 | واتساب | الواتساب | واتس | قناتنا على يوتيوب | يوتيوب | वॉट्सऐप
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

# Apps whose names are plain words too: only with a word beside them that means the app.
HOMONYM = Phrases("signal | threads | steam | zoom | slack | teams | snap | clubhouse | imo | subito | minne")

# What such a name belongs to, after the app: "Twitch, channel …", "gruppo …".
KINDS = (
    "group|page|branch|channel|server|workspace|community|shop|store|board|profile|account|nickname|nick|handle|user|seller|gruppe|seite|kanal|profil|konto|nutzer"
    "|grupo|página|pagina|canal|tienda|cuenta|perfil|usuario|usuária|usuário|groupe|chaîne|boutique|compte|pseudo|gruppo|canale|negozio|profilo|loja|conta"
    "|groep|kanaal|winkel|profiel|grupa|grupę|strona|kanał|sklep|konto|grubu|kanalı|sayfası|hesabı|mağazası|mağazamız|sayfamız|hesabımız|kanalımız|grubumuz"
    "|ग्रुप|पेज|चैनल|अकाउंट|दुकान|チャンネル|アカウント|ページ|グループ|ショップ|频道|账号|群|公众号|店铺|صفحة|قناة|مجموعة|قروب|متجر|حساب"
)

NUMERIC_APP = Phrases(
    "zoom id | zoom meeting | qq | 扣扣 | 企鹅号 | wechat | 微信 | 薇 | icq | vx | v信 | wx"
)

# Things whose name follows without a word between: "our Substack Slow Stitches".
PAGE_APP = Phrases(
    "canal de youtube | canal do youtube | canal youtube | canal de telegram | canal no telegram | canale youtube | canale telegram | canale whatsapp | chaîne youtube | youtube-kanal | kanał youtube | kanał na youtube | youtube kanalımız | facebookpagina | telegramgroep | página de facebook | página no facebook | pagina facebook | page facebook | grupo de facebook | grupo de telegram | grupo no facebook | groupe facebook | gruppo facebook | facebook-gruppe | ravelry group | ravelry shop | telegram group | whatsapp channel | telegram channel | fanpage | "
    "discord server | discord-server | server discord | servidor de discord | "
    "substack* | podcast | facebook page | facebook group | facebook-seite | page facebook | youtube channel | channel | newsletter"
)


NAMING = Phrases("""
heisen wir | heist er | heist sie | heise ich | heten wij | heten we | heet ik | nazywamy się | nos llamamos | nous nous appelons | ci chiamiamo | nos chamamos | chamado | chamada | llamado | llamada | appelé | appelée | chiamato | chiamata | o nazwie | genaamd | adında | adlı | ismiyle | naam se | just
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
goes by | go by | goes under
name ist | nick ist | naam is | nom est | nombre es | nome è | nome é | nazwa to | mam nick | mera naam | business name there is | name there is
heist | heisen wir | heise ich | heten wij | heet ik | nazywamy się | under the nick | o nazwie | genaamd | chamado | llamado
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
ask to join |
just type | type | search for | search | google | look for | look up | suchen sie nach | googeln sie | busque | búsquenos como | cherchez | tapez
cerchi | cerca | procure por | procura por | zoek op | zoek naar | szukaj | wpisz | aratın | 搜索 | 搜 | 検索 | ابحث عن | सर्च करें
""")

# The search field of the marketplace itself.
SEARCH_HERE = Phrases("""
our shop here | this marketplace | the marketplace | this site | on here | search here | this page | in our shop | in my shop | in unserem shop | hier im shop | auf dieser seite | en nuestra tienda | aquí en | dans notre boutique | ici sur | nel nostro negozio | na nossa loja | aqui no | in onze winkel | hier op | w naszym sklepie | tutaj | 当サイト | 当店 | 本站 | 我们店里 | bu sitede | mağazamızda | यहाँ | متجرنا هنا
""")

# Written like a user name, and known to everybody as something else.
PRODUCT = Phrases("""
iphone* | ipad* | ios | ipados | macos | macbook* | imac* | airpods | gopro* | playstation* | xbox* | harmonyos | powerpoint | android* | windows* | iphone | youtube | linkedin | ebay | paypal | aliexpress | whatsapp | tiktok | usb-c | e-mail | e-mails | wi-fi
""")

# A text to be put on the goods.
PRINTED = Phrases("""
print* | engrav* | embroider* | mug | doormat | shirt | say " | says " | say “ | says “ | text: | lettering | drucken | bedruck* | gravur | gravier* | sticken | grabar | bordar | imprimir | graver | broder | imprimer | incidere | stampare | gravar | bordar | graveren | borduren | drukken | grawer* | haft* | nadruk | 印字 | 刻印 | 刻字 | 印上 | yazdır* | nakış | छापें | نقش
""")

# Plain words that stand where a name could: "I'm active on Instagram".
COMMON = Phrases("""
web | desktop | business | version | app | mobile | active | online | selling | present | listed | registered | everywhere | better | always | reachable | mostly | usually | often | aktiv | vertreten | erreichbar | sellers | german | english | members | people | someone | somebody | anyone | others | another | instead | already | friends | details | pictures | tutorials | similar | things | stuff | updates | nothing
activos | presentes | activo | actifs | présents | attivi | presenti | ativos | actief | aktywni | dostępni | siempre | toujours | sempre | immer | altijd | zawsze | wszystko | direkt | ottom | button | settings | einstellungen | ajustes | bluetooth | netflix | google | amazon | apple | android | windows | samsung | monday | tuesday | wednesday | thursday | friday | saturday | sunday
""")

# Where something was seen; what follows is the name of a thing.
SEEN = Phrases("""
saw it on | saw this on | saw them on | seen on | seen it on | found it on | photos on | pictures on | gesehen auf | gesehen bei | auf ~ gesehen | visto en | vi en | vu sur | vue sur | visto su | vista su | visto no | vi no | gezien op | widział* na | で見 | 上看到 | gördüm | देखा | شفت
""")

# The reader is asked to turn to somebody there.
INVITED_BY_NAME = Phrases("""
watch us | hit me | add my | such bei | such mal | such nach | aratın | aratin | ढूंढ* | खोज* | जुड़* | dort sind | goes by | join us | come see | new videos
add me | add us | dm me | dm us | pm me | message me | message us | write me | write us | write to me | text me | find me | find us | reach me | reach us | ping me | hit me up | look for | look up | search for | look me up | talk there | chat there | ask there | order there | same * is # less there | less there | cheaper there | come say hi | we talk | we can talk | let's talk | my dms | come over | kommen sie rüber | schreib mir | schreiben sie mir | schreiben sie uns | schreiben sie dort | dort günstiger | da können sie | dort können sie | finden sie uns | suchen sie
agréga* | escríb* | búsc* | busca* | busque | allí | ahí | por allá | hablamos | ajoute* | écris* | écrivez | cherchez | là-bas | on s'arrange | aggiungimi | scriv* | cerca* | cerchi | lì | sentiamoci | me chama | chama lá | procur* | me add | fala comigo | feche direto | app me | stuur* | zoek | daar | napisz | pisz | odezwij | dodaj | szukaj | tam | oradan | ekle | yaz | yazın | bulabilir* | vahan | wahan | wahin | वहाँ | वहां | add kar* | هناك | كلمني | راسل* | انضم
""")

# Words that may stand between an app and the name there, beside those that announce one.
BESIDE_NAME = Phrases("""
usernames | user names | mal | mine | doch | einfach | nur | go | goes | by | add | just
m | s | re | id | ids | im | am | me | sign | find | same | shop | store | magazam | hesabim | pseudo | est | mein | meine | mi | mon | mio | meu | mijn | moj | moja | je | bin | sono | dort | live | business | group | gruppe | grupo | groupe | gruppo | groep | grupa | page | profile | app | nickname | boutique | tienda | negozio | loja | winkel | sklep | naam | mera | meri
""")
