"""Leaving the marketplace: to talk, to pay or to buy elsewhere."""

from messaging.policy.packs.words import REFUSAL
from messaging.policy.phrases import Phrases
from messaging.policy.rules import Rule

CANNOT = REFUSAL | Phrases("""
ho visto | j'ai vu | he visto | ich habe ~ gesehen | heb ~ gezien | vi a foto | don't send us | do not send us | don't send me | do not send me
werbung für | ist werbung | advert for | ad for | publicidad de | publicité pour | pubblicità di | propaganda de | reclame voor | reklam* |
si vede | visto su | vista su | visti su | gesehen | vu sur | vue sur | visto en | vista en | vi no instagram | vi no insta | gezien op | widzia* na | で見 | 上看到 | gördüm | देखा | شفت* | seen on
i mean would you | sorry, i mean
manufacturer* | maker's | hotline of | hotline number | courier's | carrier's | the carrier | dhl | ups | fedex | customer service of | hersteller* | fabricante | fabricant | produttore | fabrikant | producent* | üretici* | メーカー | 厂家 | الشركه المصنعه | कंपनी का नंबर | sorry i mean | does the watch | can it | does it
thanks for offering but | sorry i mean | i mean would you | take it off the | taken off the | on the leaflet it says | it says contact | no phone number | phone support | default | already in your account | in your account | show whatsapp | notifications from | telephone number of | i saw | found you on | saw this
""")

ASK_CONTACT = Phrases("""
carry on by e-mail | carry on by email | continue by e-mail | continue by email | continue on | which address i can use | have your mail | me have your | do you use telegram | do you use whatsapp | you use whatsapp | you use telegram | do you use signal | you on telegram | are you on | send me your number | my colleague will ring | ring you | speak on the phone | prefer to talk | prefer talking | talk to a human | i don't like writing | video chat | zoom call | insta page | instagram page | facebook page or | have a facebook | have an insta* | have a website | have a web site | have your own website | have a shop in town | have a store in | write you privately | privately by | private message | in private | off this chat | leave this chat | somewhere else to talk
mobilnummer geben | per mail weiter | per e-mail weiter | melden sie sich bei mir | kann ich sie anrufen | kann ich euch anrufen | können sie mich anrufen | rufen sie an | páseme su | deme su | me pasa su | me das tu | puedo llamarle | puedo llamar | hablamos por | seguimos por | donnez-moi votre | je vous appelle | on vous rappelle | puis-je vous appeler | on continue par | passons sur | mi lasci il | mi dia il suo | la richiamo | posso chiamarla | ci sentiamo | sentiamoci | passiamo su | me passa seu | me passa o | passa seu | te ligo | posso ligar | a gente conversa | geef me uw | geef mij | ik bel u | kan ik u bellen | kan ik bellen | app ik
oddzwonię | zadzwonię do | mogę zadzwonić | porozmawiajmy na | przejdźmy na | lineで話 | 電話で話 | 发我电话 | 加好友 | 加个好友 | 换个地方聊 | 微信吧 | 加微 | numaranızı yazın | numaranızı verin | sizi arayalım | sizi arayayım | arayabilir miyim | telefonda konuş* | मोबाइल नंबर दे* | नंबर दे दीजिए | नंबर दीजिए | नंबर भेज* | नंबर बता* | कॉल कर लूँगा | मैं कॉल कर | number de do | number do | number bhejo | number dijiye | نتواصل على | نكمل على | نكمل الكلام | ممكن رقمك | اعطني رقمك | عطني رقمك
whats your number | what's your number
you on whatsapp | on whatsapp? | you got whatsapp | have whatsapp | got whatsapp | got telegram | u got | do you have whatsapp | have telegram | which instagram | what instagram | which whatsapp | do you have a phone | do you have an email | give me a number | number i can call | a number to call | can i call | could i call | may i call | can we call | can you call | could you call | can we talk | can we speak | can we chat | talk there | chat there
call me | call us | ring me | ring us | phone me | phone us | text me | text us | whatsapp me | email me | e-mail me | mail me | email us | dm me | dm us | pm me | add me | add us | find me on | find us on | reach me on | message me on | write me on | contact me on | hit me up | give us a bell | give me a bell | give us a ring | give us a call | give me a call | tell me when you're on | my contact | get you my contact | drop me a line | our telephone is | our number is
haben sie whatsapp | hast du whatsapp | über whatsapp | per whatsapp | per telegram | rufen sie mich | ruf mich | rufen sie uns | schreiben sie mir auf | schreib mir auf | auf telegram | auf instagram | privat schreiben
por whatsapp | tiene whatsapp | tienes whatsapp | llámame | llámeme | escríbame a | escríbeme a | por telegram | por instagram | al privado | por privado
sur whatsapp | par whatsapp | avez-vous whatsapp | appelez-moi | appelez moi | écrivez-moi sur | sur telegram | sur insta | en privé | par téléphone
ha whatsapp | mi chiami | mi chiamate | chiamami | mi scriva su | su telegram | in privato | su instagram | no whats | no zap | pelo whatsapp | pelo zap | me chama | me liga | ligue-me | no privado | pelo telegram | chama no
via whatsapp | op whatsapp | heeft u whatsapp | heb je whatsapp | bel me | bel mij | belt u me | app me | mail me | mail mij | stuur een appje
na whatsapp* | przez whatsapp* | ma pan whatsapp | proszę dzwonić | prosze dzwonic | zadzwoń do | proszę o kontakt | na telegram* | na messenger* | na priv
電話番号を教え | 電話ください | お電話ください | メールください | メールアドレスを教え | lineで | lineに | ラインで | ラ◯ン | lineを交換 | line交換 | 直接連絡 | dmで | dmください | 加我 | 加你 | 加微信 | 加个微信 | 微信聊 | 你的微信 | 您的微信 | 有微信 | 有扣扣 | 加薇 | 加qq | 私聊 | 电话聊 | 打电话给我 | 来个电话 | 留个电话
whatsapp'tan | whatsapptan | whatsapp var mı | beni arayın | bizi arayın | ararsanız | dm atın | dm'den | özelden | instagramdan | insta'dan | telegramdan
व्हाट्सएप पर | व्हाट्सऐप पर | फ़ोन करें | फोन करें | कॉल करें | मुझे कॉल | ईमेल दीजिए | टेलीग्राम पर | whatsapp pe | whatsapp par | whatsapp karo | call karo | call me | phone karo | telegram pe | baat kar lijiye
على واتساب | على الواتساب | عالواتساب | بالواتساب | عبر واتساب | عبر الواتساب | واتسابي | واتسابك | رقم واتساب | رقم الواتساب | عندك واتساب | عندكم واتساب | فيه واتساب | واتس اب على | عالواتس | الواتس | على الواتس | كلمني على | راسلني على | راسلنا على | اتصل علي | اتصل بي | على الخاص | على تليجرام | على التليجرام | بالتليجرام | عبر تليجرام | على تلغرام | عندك تليجرام | سنابك | اتصلوا عليه
""")

OUTSIDE = Phrases("""
rechtstreeks op | rechtstreeks bij | onze eigen webshop | sell here because
skip the marketplace | skip the platform | skip the site | around the marketplace | around the platform | bypass | behind the back | take the payment directly | payment directly | platform keeps | site keeps | site takes | platform takes | marketplace takes | marketplace keeps | settle this between | settle it between | sort it between | between ourselves | come to the store | come to my | come by the shop | just drop by | pick it up and pay | pay when you pick | pay on collection | outside of here | straight from you | straight from us | buy it from you directly | buy from you directly | buy it from us directly | sell it to me directly | sell me * directly | order directly from | without this site's | take it off here | delist | remove the listing | pay half here | cash app | paypal me | by paypal | via paypal | to your paypal | to my paypal | by wise | by revolut | gift card payment | check made out | send cash | refund in cash | refund you by | refund me by | refund to another account
privat abwickeln | privat regeln | zahle bar | ich zahle bar | bar auf die hand | im laden kaufen | direkt bei mir | direkt von ihnen | direkt von uns | per paypal | freunde und familie | cerrar por fuera | pago en mano | le pago directo | pagarle directo | s'arranger | sans passer par | payer directement | payer en direct | paypal entre proches | senza passare | pagare in contanti | pago in contanti | commissioni | paghi direttamente | pagamento diretto | fechar por fora | pago direto | pagar direto | em mãos | transferir direto | buiten de website | onderhands | zelf betalen | rechtstreeks betalen | do ręki | z ręki do ręki | za gotówkę | bezpośrednio ode mnie | płatność przelewem | 直接ご注文 | 手数料分 | 直接買 | 直接売 | 手渡し | 現金で | 直接转账 | 转账给你 | 转账给您 | 走线下 | 线下交易 | 当面交易 | 私下交易 | elden nakit | elden ver* | elden öde* | doğrudan öde* | havaleyle | site komisyonu | सीधे मुझे | सीधे आपको | नकद दे | direct deal | direct kar | commission bach
نتفق خارج | نتفق برا | برا الموقع | برا التطبيق | يد بيد | ادفع لك كاش | تحويل مباشر
outside the site | outside this site | outside of this site | outside of the site | outside this | outside the platform | outside of the platform | outside the app | off the app | off the platform | off platform | off-platform | off site | over the app | not over the app | without the site | without this site | without the platform | w/o the platform | without fees | without the fees
without their fees | avoid the fee* | avoid fee* | save the fee* | saves you the fee | save the commission | skip the fee* | dodge the fee* | dodge the | no fees | their fees | fees of this site | fees here | high fees | site fees | fees eat | take in fees | three separate fees | the middleman | middle-men | middle men | cut out the | forget the middle* | do this privately | deal privately | a private deal | private sale | just between us
buy direct | buy directly | order direct | order directly | direct price | directly from us | direct from us | directly with us | direct with us | deal direct* | sell direct* | pay direct* | our own web* | our own online | own web shop | come to our shop | visit our shop | our shop is | new site is live | but not here | not here but | instead of here | instead of writing here
don't trust this chat | this chat window | instead of this | site reads along | they won't let me | wont let me type | not supposed to | not through the site | not via the site | via the site | not on this site | through the site | rather than go through | than coming back to this website | back to this website | no longer want to sell here | cancel the order you made | cancel the order and pay | cancel here and | end the listing | order elsewhere | below this page | less if you order
pay me in cash | bring cash | cash in hand | wire transfer | wire me | western union | moneygram | friends and family | pay me on | pay me by | pay me via | pay us via | pay by paypal | by paypal | pay there | transfer straight | straight to my account | don't refund it via | in an envelope | no paper trail | by check | by cheque | forwarding address | in bitcoin | in crypto | in usdt
use my card when | my card, use it | business card | card inside | card in the box | name of our firm | name of our company | look for our own | look us up | google us | search our name | search for our | type our name | order your refills there | write to our | come by our | stop by our | at the fair | craft fair | pop-up shop | pop-up store | pop-up stall | our pop-up | at the pop-up | quicker on | faster on | easier on | talk price | we talk price | agree on a price | and we have a deal | we can do the deal | sort something
ohne gebühren | gebühren sparen | gebühr spar* | provision spar* | ohne provision | direkt bei uns | direkt überweis* | direkt bezahl* | direkt kauf* | unter der hand | an der plattform vorbei | ohne plattform | nicht über die plattform | nicht über die seite | eigener shop | unserem onlineshop | bar zahl* | barzahlung | bar bei | stornieren und | überweisung auf | vorkasse | unsere firma googeln
fuera de la plataforma | fuera de la página | fuera de la web | sin comisión | sin comisiones | nos ahorramos | ahorrar la comisión | ahorrarnos | directo con | precio directo
hors site | hors plateforme | hors de la plateforme | en dehors du site | en dehors de | sans commission | sans frais de | économis* la commission | éviter les frais | éviter la commission | directement chez nous | directement sur | en espèces | en liquide | de la main à la main
fuori dal sito | fuori piattaforma | fuori da qui | fuori dalla piattaforma | senza commission* | risparmia* le commission* | direttamente da noi | direttamente con | ci cerchi | qui non possiamo vendere | postepay | ricarica | prezzo diretto
fora do site | fora da plataforma | sem comissão | sem taxa* | sem a taxa | fugir da taxa | direto com a gente | direto comigo | em dinheiro | saem a metade | mbway | mb way
buiten dit platform | buiten het platform | buiten de site | buiten marktplaats | niet over de site | niet via de site | zonder commissie | zonder kosten van | commissie besparen | rechtstreeks bij ons | direct bij ons | overmaken | maak * over op
poza portalem | poza platformą | poza serwisem | poza stroną | bez prowizji | nie przez portal | bezpośrednio u nas | od ręki | od reki | za gotowke | przelew* na | u nas w sklepie | proszę anulować i | blikiem
サイト外 | サイトを通さ | プラットフォーム外 | 直接取引 | 直取引 | 直接お支払い | 手数料なし | 手数料がかから | 手数料を | 銀行振込 | 振込で | この場では | ここではできない | 注文は取り消し | paypayで | 次回はそちらで
不走平台 | 走私下 | 私下 | 平台外 | 绕过平台 | 直接转 | 微信付 | 支付宝转 | 不用平台 | 平台抽 | 平台手续费 | 省手续费 | 没有上架 | 自己的店 | 淘宝店 | 微店 | 免手续费 | 便宜两成 | 这边说不清 | 这里说不清
site dışı* | siteden değil | siteyi aradan | aradan çıkar* | komisyonsuz | doğrudan bizden | direkt bizden | dükkânımız* | hesabına geçin | buradan değil
साइट के बाहर | प्लेटफॉर्म के बाहर | बिना कमीशन | सीधे हमसे | सीधा हमसे | बैंक ट्रांसफर | ऑर्डर कैंसल कर | site ke bahar | bahar se | direct le lo | direct deal | commission bach* | yahan se sasta | cancel karke
خارج الموقع | خارج المنصة | خارج المنصه | بدون عمولة | بدون عموله | عمولة الموقع | عموله الموقع | مباشرة معنا | تحويل بنكي | حولي | حول على | حولوا | على حسابي | الغ الطلب | الغي الطلب و | سعر خاص بره
""")

# Data of the reader's that a writer may only want in order to leave.
YOUR_CONTACT = Phrases("""
your number | your phone number | your mobile number | your cell | your whatsapp | your email | your e-mail | your mail | your personal | your private | your telegram | your insta* | your facebook | your skype | your contact details | your direct | your line id | your wechat | your handle | have a number | your email address | your mail address | your telephone | give me your | ihre nummer | deine nummer | ihre handynummer | ihre telefonnummer | ihre e-mail | ihre mail | ihre kontaktdaten | handynummer | telefonnummer | telefonieren | private mail | su número | tu número | su teléfono | su correo | tu correo | su whatsapp | su móvil | votre numéro | ton numéro | votre téléphone | votre mail | votre adresse mail | votre e-mail | par mail | il suo numero | il tuo numero | la sua mail | per telefono | seu número | teu número | seu whatsapp | seu zap | seu email | seu e-mail | por telefone | uw nummer | je nummer | uw telefoonnummer | uw mailadres | privé | pani numer | pana numer | twój numer | numer telefonu pan* | numer telefonu | adres e-mail pan* | prywatnie | 電話番号 | お電話番号 | メールアドレス | メアド | 联系方式 | 手机号 | 您的电话 | 你的电话 | 你电话 | telefon numaranız* | mail adresiniz* | e-posta adresiniz* | आपका नंबर | अपना नंबर | apna number | aapka number | رقمك | رقم جوالك | رقم هاتفك | ايميلك | بريدك | hablar por teléfono | podać numer | please call | call you | phone you | by e-mail tell | je 06 | uw 06
a phone number where | a phone number i | an e-mail address where | an email address where | an e-mail i can | phone number i can | number i can
""")

WANTS = Phrases("""
what's | whats | what is | which | send | give | tell | provide | let me have | share | need your | want your | may i have | can i have | could i have | can i get | could i get | do you have | have you got | is there | leave | drop | type | so we can forward | so i can | i'll call | i will call | i can call | and i'll | geben | gib | schicken | senden | nennen | haben sie | hast du | wie ist | dann melde | páseme | pásame | deme | dame | mande | envíe | cuál es | tiene | donnez | envoyez | avez-vous | quel est | laissez | mi dia | mi lasci | mi mandi | mi scriva | qual è | ha un | me passa | me manda | me dá | mande | envie | qual o | qual é | tem um
geef | stuur | mag ik | heeft u | heb je | wat is | podać | proszę o | poproszę | podaj | wyślij | jaki jest | mogę dostać | 教えて | お送り | ください | 給 | 给我 | 发我 | 发一下 | 留 | 告诉 | 多少 | 方便 | yazın | verin | gönder* | alabilir mi* | nedir | paylaş* | दीजिए | दे दो | दें | बता* | भेज* | do | dijiye | bata* | bhej* | kya hai | ارسل* | عطني | اعطني | ممكن | وش | ما هو | ابعث*
""")

# Ways to pay or meet that mean leaving only beside talk of price, fees or the site.
OUTSIDE_HINT = Phrases("""
commission | by transfer | bank transfer | different account | another account | on my account | to my account | drop by and | cash on | außerhalb | in bar | aufs konto | auf mein konto | per überweisung | por fuera | por fora | fuera de aquí | en efectivo | transferencia | transferência | pix | à vista | diretamente | directamente con nosotros | en direct | virement | par virement | entre nous | bonifico | in contanti | contant | rechtstreeks | bezpośrednio | przez portal | na konto | przelewem | anulujemy | cancele y | cancela y | annulez et | annulli e | annulla e | cancela e | cancele e | annuleer en | キャンセルして | 現金 | 取消订单 | 转账 | 线下 | 现金 | kesinti | komisyon | havale | eft | iban | elden | nakit | siparişi iptal edin | iptal edip | कमीशन | कैश | नकद | كاش | نقدا | نقدي | مباشره | كاش عند | showroom | visit us at | head office | privately | without a return | without the return | prepaid | money order | refund by bank | refund by transfer | between us | in cash | pay cash | if you cancel and | cancel and pay | provision | en privado | privat kauf* | venmo | zelle | bizum | tikkie | betaalverzoek | gotówk* | 直接付 | cash de | free there | a mano | en mano | di persona
cash | bar | barzahlung | in contanti | espèces | efectivo | dinheiro | paypal | transfer | western | wire | directly | direct | straight | personally | in person | come by | pick up | pick it up | swing by | 直接 | doğrudan | सीधे | مباشر*
""")

MONEY_TALK = Phrases("""
cheaper | less | save | saves | saving | discount | better price | good price | price | deal | fee | fees | commission | platform | the site | this site | marketplace keeps | percent | # % off | off | pay me | pay you | i pay | you pay | i'd pay | half | bucks | $ | € | £ | instead of # | cancel | envelope | refund it | send the refund | refund me | send me the money
günstiger | billiger | gebühr* | provision | plattform | zahle | zahlen | preis | rabatt | sparen | überweis* | stornier* | barato | rebaja | comisión | plataforma | pago | pague | precio | ahorr* | cancel* | moins cher | prix | commission* | plateforme | payer | payez | règl* | annul* | meno | sconto | commission* | piattaforma | prezzo | paga* | annull* | risparm*
barato | desconto | comissão | taxa | plataforma | preço | pago | paga | cancela* | fechar | faço por | mais em conta | goedkoper | korting | commissie | platform | prijs | betaal* | annuleer* | taniej | rabat | prowizj* | portal* | cena | cenę | zapłac* | anuluj* | 安く | 割引 | 手数料 | 値引 | 払 | 便宜 | 平台 | 手续费 | 付款 | 取消 | 优惠 | 省
ucuz | indirim | komisyon | site | fiyat | öde* | iptal | सस्ता | कमीशन | साइट | दाम | पैसे | sasta | commission | site | daam | paise | cancel | ارخص | خصم | عموله | العموله | عمولة | الموقع | السعر | سعر | ادفع | الغ*
""")

# A page to look at is an advert, and no talk elsewhere.
TO_FOLLOW = Phrases("""
follow us | follow our | folgen sie | folgt uns | síguenos | síganos | suivez | abonnez | seguici | seguiteci | siga | sigam | segue a gente | volg ons | obserwuj* | takip edin | フォロー | 关注我们 | تابعونا | فॉलो | follow kar*
""")

TALK_ELSEWHERE = Rule(
    code="offplatform.talk",
    label="offplatform",
    patterns=(ASK_CONTACT,),
    denied=(CANNOT, TO_FOLLOW),
    unless=(
        Phrases(
            'मशीन | पार्ट | सीरियल | मॉडल | says find | says " | sticker says | sign says | sign say | driver* | courier* | in your account | on the label | never | reach you at | doorbell | fahrer* | repartidor | livreur | corriere | kurier* | bezorger | kurye | المندوب | 快递员 | 配達員 | डिलीवरी वाला'
        ),
    ),
    bars=frozenset({"phishing"}),
    because="Moving the talk to another app, phone or mail is not allowed; here it is protected and on record.",
    fix="Go on in this thread; attach photos or files here.",
    catches=(
        "What's your number? I prefer to talk to a human.",
        "Haben Sie WhatsApp? Dann schicke ich das Video.",
        "¿Tiene WhatsApp? Le mando las fotos.",
        "Mi scriva su Telegram, è più comodo.",
        "Me chama no zap.",
        "加我微信聊。",
        "WhatsApp'tan yazın, numaranızı verin.",
    ),
    spares=(
        "We can't move the conversation to WhatsApp.",
        "Anrufen dürfen wir Sie leider nicht.",
        "Please let the courier call me at the door.",
    ),
)

TRADE_ELSEWHERE = Rule(
    code="offplatform.trade",
    label="offplatform",
    patterns=(OUTSIDE,),
    denied=(CANNOT,),
    unless=(
        Phrases("""
license key | licence key | is empty | as promised by bank | your bank | the bank | by your bank | prepaid label | prepaid return | prepaid envelope | refund issued | return page | orders/ | refund button | cash machine | cashback | drop it by cash | cash on delivery isn't | no cash | tikkie from | factory for | within the marketplace | here on the site | on the site | in the cart | on the listing | duty | customs | import fee | original method | way you paid | capture | proof of | in the box with | carry | transfer switch | reservation | open the return yourself | statement shows
refund of | refunded | back to your account | credited to your account | goes back | bank forwards | showroom model | account page | to my account page | added to my account | shipping fee* | delivery fee* | restocking fee | cash register | commissioned | iade* | geçti | on my account page | log in to my account | signed in to my account | no longer works
"""),
    ),
    because="Paying, ordering or refunding outside the marketplace is not allowed.",
    fix="Keep order and payment on the marketplace; a custom item can be listed for the buyer.",
    catches=(
        "If you cancel and pay me in cash it is 40 cheaper.",
        "Bestellen Sie doch direkt bei uns, ohne Gebühren.",
        "Hagámoslo fuera de la plataforma.",
        "On peut faire ça hors site, sans commission.",
        "Facciamo senza commissioni, fuori dal sito.",
        "Faço mais barato fora do site.",
        "Bestel rechtstreeks op onze eigen webshop.",
        "Taniej poza portalem, bez prowizji.",
        "サイト外で直接取引しませんか。",
        "私下交易便宜点，不走平台。",
        "Komisyonsuz, siteden değil elden verelim.",
        "साइट के बाहर सस्ता पड़ेगा।",
        "نبيع خارج الموقع بدون عمولة.",
    ),
    spares=("We can't take payments outside of the checkout.", "The refund goes back to the way you paid."),
)

GIVE_CONTACT = Rule(
    code="offplatform.ask-contact",
    label="offplatform",
    patterns=(YOUR_CONTACT, WANTS),
    denied=(CANNOT,),
    unless=(
        Phrases(
            "in your account | from your account | driver* | courier* | never | for the label | order details | order page | shop rules | checkout | kart* | if you had | on the invoice"
        ),
    ),
    bars=frozenset({"phishing"}),
    because="Asking for phone numbers, mail addresses or user names is not allowed.",
    fix="Go on in this thread; it reaches the other side at once.",
    catches=(
        "Send me your phone number and my colleague will ring you.",
        "Donnez-moi votre numéro.",
        "अपना नंबर दीजिए।",
    ),
    spares=("It would be so much easier if you had a phone number.",),
)

PAY_ELSEWHERE = Rule(
    code="offplatform.pay",
    label="offplatform",
    patterns=(OUTSIDE_HINT, MONEY_TALK),
    denied=(CANNOT,),
    unless=(
        Phrases("""
gift receipt | at checkout? | at the checkout? | with paypal at checkout | doen wij niet | doen we niet | machen wir nicht | refunded | has been refunded | refund was | refund goes | refund takes | back to your account | credited | original method | way you paid | the refund will | your bank | the bank | was charged | charged twice | statement | booked | erstattet | zurücküberwiesen | gutgeschrieben | remboursé* | reembolsad* | rimborsat* | zwrot pieniędzy | zwrócon* | teruggestort | iade edildi | iadeniz | रिफंड | 退款已 | 返金いたし | تم استرجاع
sunlight | direct sun | directly to the | directly on | directly under | directly into | directly from the factory | directly from our warehouse | direct current | ships directly | shipped directly | directly at | pick up point | pickup | pick up the parcel | transfer switch | transfer paper | iron-on | wire* | directly in the | no charge
"""),
    ),
    because="Paying or ordering outside the marketplace is not allowed.",
    fix="Keep order and payment on the marketplace; a custom item can be listed for the buyer.",
    catches=(
        "I can do it for less if you pay cash.",
        "Transfer the money directly and you save the fee.",
        "Bar wird es günstiger.",
    ),
    spares=("The bank transfer was booked twice, please check the price.", "Keep it out of direct sunlight."),
)

CARD_IN_BOX = Rule(
    code="offplatform.elsewhere",
    label="offplatform",
    patterns=(
        Phrases("""
cheaper | less | save | better price | discount | refills there | order there | order your | order directly | buy there | buy it there | come to | there from now | günstiger | billiger | barato | compre | pida | moins cher | commandez | achetez | meno | economi* | goedkoper | bestelt u | koop | taniej | zamówi* | ordini | compri | bestell* | kaufen sie | 安く | 安い | 割引 | 便宜 | ucuz | सस्ता | sasta | ارخص
"""),
        Phrases("""
our web shop | our site | our shop in | than here | than this page | than on here | not here | look for our | find our own | our firm | our company's | by phone order | in our showroom | our outlet | at our place | from our warehouse directly | elsewhere
unser* shop | unser* laden | unser* webseite | unser* website | unserem onlineshop | nuestra web | nuestra propia | nuestra tienda | nuestra página | notre site | notre boutique | notre propre | nostro sito | nostro negozio | nosso site | nossa loja | onze eigen | onze webshop | onze website | onze winkel | onze site | nasz* sklep* | nasz* stron* | 公式サイト | 自社サイト | 当店サイト | 我们官网 | 我们网站 | 自己的店
sitemiz* | mağazamız* | हमारी वेबसाइट | हमारी दुकान | من موقعنا | على موقعنا | من متجرنا | من محلنا
als hier | que aquí | qu'ici | che qui | do que aqui | dan hier | niż tutaj | ここより | 比这里 | buradan | यहाँ से | yahan se | من هنا
"""),
    ),
    denied=(CANNOT,),
    because="Steering a buyer to another place of sale is not allowed.",
    fix="Offer the item on the marketplace.",
    catches=("It is cheaper on our website than here.",),
    spares=("You can order the bigger pack here.",),
)

RULES = (TALK_ELSEWHERE, TRADE_ELSEWHERE, GIVE_CONTACT, PAY_ELSEWHERE, CARD_IN_BOX)

# A link or name given so that the reader trades or talks there.
GO_THERE = Phrases("""
order on | order at | order there | order here | buy there | buy on | pay there | pay here | you'd pay | save the | commission | cheaper | less than here | fees | bank transfer | we chat | chat there | chat about | write there | write your | talk | answer by the form | moved support | contact | visit our shop | our shop | our own | direct price | direct shop | instead | next time | not here | second one on top | below this page | faster than a second order | same bowls
bestell* | kauf* | bezahl* | günstiger | billiger | schreib* | kontakt* | compre | pida | pague | escriba | más barato | contact* | command* | achet* | payez | moins cher | écriv* | ordini | compri | paghi | scriva | meno | compre | peça | pague | escreva | bestelt | bestel | koop | betaal | over de site | schrijf | zamów* | zamawia* | kupić | kup | taniej | pisz* | anulujemy
ご注文 | 購入 | お支払い | 次回 | そちらで | 下单 | 购买 | 付款 | 联系 | 聊 | sipariş ver* | satın al* | öde* | yazın | ucuz | खरीद* | ऑर्डर कर* | भुगतान | सस्ता | बात | sasta | اطلب | اشتر* | ادفع | تواصل* | راسل* | ارخص
""")

# An advert's link leads away only when the reader is told to buy there rather than here.
INSTEAD = Phrases("""
instead | next time | from now on | not here | than here | direct* | cheaper than | without fees | order there | refills there | künftig | nächstes mal | direkt | statt hier | la próxima vez | en lugar de | direct* | prochaine fois | désormais | la prossima volta | diretta* | da próxima | diret* | volgende keer | voortaan | rechtstreeks | następnym razem | bezpośrednio | 次回はそちら | そちらで | 下次 | 直接 | bir dahaki | doğrudan | अगली बार | सीधे | المره القادمه | مباشره
""")
