"""Fraud by its course: a code to be passed on, a card to be read out, a fee to be paid behind a link.

Each rule wants the thing asked for and the asking; neither says anything alone.
"""

from messaging.policy.packs.fraud import HAND_OVER, OTHER_CARDS, SAFE
from messaging.policy.phrases import Phrases
from messaging.policy.rules import SELLER, Rule, Within

# A number that somebody else sends to the reader's phone.
ON_ITS_WAY = Phrases("""
sent ~ to your mobile | sent ~ to your phone | sent ~ to your cell | sending ~ to your phone | code that came |  digits that came | just sent ~ code | just sent ~ digits | code ~ just sent | digit* ~ just sent | number ~ just sent to your | nachricht von der * mit | code ~ geschickt haben | zahl ~ geschickt haben | ziffern ~ geschickt haben | code ~ gesendet haben | código ~ acabamos de | acabamos de ~ código | mandar por sms | mandamos por sms | vous envoyer un code | envoyé un code | code ~ venons de | codice ~ appena | appena * un codice |  code ~ gestuurd | cijfers ~ gestuurd | kod ~ wysłaliśmy | wysłaliśmy ~ kod | お送りした6桁 | お送りした ~ 数字 | お送りした ~ 認証 | お送りしたコード | 刚发给您的验证码 | 刚发给您的数字 | 刚给您发的码 | 刚给您发了验证码 | az önce gönderdi* ~ kod | gönderdiğimiz kod* | gönderdiğimiz rakam* | अभी भेजा ~ कोड | abhi bheja ~ code | abhi bheja ~ otp | الكود ~ ارسلنا* | الرمز ~ ارسلنا* | ارسلنا لك كود | ارسلنا لك رمز
text message from your bank | text from your bank | message from your bank | sms from your bank | text from the bank | message from the bank | sms from the bank | text message from the bank | bank will send you | bank will text you | bank sends you | bank texts you | bank is sending you | they will send you a * number | they send you a * number | they text you | they will text you | they'll text you | you'll get a text | you will get a text | you get a text | you'll get an sms | you will get an sms | you get an sms | you'll receive a text | you will receive a text | you'll receive an sms | you will receive an sms | you'll receive a code | you will receive a code | you receive a code | you get a code | a code is coming | a number is coming | a code was sent to you | a code has been sent to your | a code went to your | just sent a code | just sent you a code | sent a code to your | text comes in | sms comes in | code pops up | code appears on your | digits that arrive | number that arrives | code that arrives | code you were sent | text you just got | sms you just got | code you just got
sms von ihrer bank | sms ihrer bank | sms von der bank | nachricht ihrer bank | nachricht von der bank | kommt eine sms | kommt ein code | kommt gleich eine sms | kommt gleich ein code | kommt gleich einen code | kommt gleich eine nachricht | kommt gleich eine tan | bekommen sie eine sms | bekommen sie einen code | bekommen sie gleich eine sms | bekommen sie gleich ein code | bekommen sie gleich einen code | bekommen sie gleich eine nachricht | bekommen sie gleich eine tan | bekommst du eine sms | bekommst du einen code | erhalten sie eine sms | erhalten sie einen code | erhalten sie gleich eine sms | erhalten sie gleich ein code | erhalten sie gleich einen code | erhalten sie gleich eine nachricht | erhalten sie gleich eine tan | erhältst du eine sms | erhältst du einen code | sms mit einem code | sms mit code | code aufs handy | code auf ihr handy | code auf ihrem handy | code auf dem handy | zugeschickte code | zugesandte code | code geschickt
llegará un mensaje | llegará un sms | llegará un código | llegará un número | llegara un mensaje | llegara un sms | llegara un código | llegara un número |  va a llegar un mensaje | va a llegar un sms | va a llegar un código | va a llegar un número | va a recibir un mensaje | va a recibir un sms | va a recibir un código | va a recibir un número | recibirá un mensaje | recibirá un sms | recibirá un código | recibirá un número | recibirás un mensaje | recibirás un sms | recibirás un código | recibirás un número | le llega un mensaje | le llega un sms | le llega un código | le llega un número | te llega un mensaje | te llega un sms | te llega un código | te llega un número | te llegará un mensaje | te llegará un sms | te llegará un código | te llegará un número | mensaje de su banco | mensaje del banco | sms de su banco | sms del banco | código que le | código que te | número que le llegue | le han enviado un código | te han mandado un código
recevoir un sms | recevoir un code | recevoir un message | recevrez un sms | recevrez un code | recevrez un message | recevrez un numéro | recevras un sms | recevras un code | recevras un message | recevras un numéro | sms de votre banque | message de votre banque | sms de la banque | code que vous recevrez | code qui arrive | code arrivé | vous arrive par
arriverà un sms | arriverà un codice | arriverà un messaggio | arriverà un numero | arrivera un sms | arrivera un codice | arrivera un messaggio | arrivera un numero | arriva un sms | arriva un codice | arriva un messaggio | riceverà un sms | riceverà un codice | riceverà un messaggio | riceverà un numero | riceverai un sms | riceverai un codice | riceverai un messaggio | riceverai un numero | sms della banca | sms dalla banca | messaggio della banca | messaggio dalla banca | codice che riceve | codice che le arriva | codice che ti arriva | codice appena
vai chegar um sms | vai chegar um código | vai chegar um número | vai chegar um torpedo | vai chegar uma mensagem | chega um sms | chega um código | vai receber um sms | vai receber um código | vai receber um número | vai receber um torpedo | você recebe um sms | você recebe um código | você recebe um número | você recebe um torpedo | receberá um sms | receberá um código | receberá um número | receberá um torpedo | sms do banco | mensagem do banco | código que chega | código que vai chegar | código que você receb* | número que chegar
krijgt een sms | krijgt zo een sms | krijgt zo een code | krijgt dadelijk een sms | krijgt dadelijk een code | krijgt dadelijk een bericht | krijgt een code | krijg je een code | krijg je een sms | ontvangt een sms | ontvangt een code | ontvangt zo een sms | ontvangt zo een code | ontvangt zo een bericht | sms van de bank | sms van uw bank | bericht van de bank | bericht van uw bank | code op uw telefoon | code die u krijgt | code die binnenkomt | code die je krijgt
przyjdzie sms | przyjdzie kod | dostanie pan* sms | dostanie pan* kod | otrzyma pan* sms | otrzyma pan* kod | sms z banku | sms od banku | wiadomość z banku | kod, który przyjdzie | kod który przyjdzie | kod, który pan* | kod z wiadomości
届くショート* | 届くsms | 届くコード | 届く番号 | 届く数字 | 届いた数字 | ショートメール | smsが届 | smsで届 | コードが届 | 番号が届 | 数字が届 | メールの番号 | smsの番号
收到一条短信 | 收到短信 | 收到一个验证码 | 收到验证码 | 收到一个码 | 收到一个数字 | 收到一串数字 | 银行短信 | 银行发的短信 | 银行的短信 | 短信里的 | 短信上的 | 手机上的码 | 手机上会 | 发到您手机
mesaj gelecek | sms gelecek | kod gelecek | şifre gelecek | mesaj gelir | sms gelir | kod gelir | gelen mesaj* | gelen sms* | bankadan gelen | bankanızdan * gelecek | gelen rakam* | telefonunuza gelen | telefonuna gelen
मैसेज आएगा | कोड आएगा | नंबर आएगा | ओटीपी आएगा | मैसेज आया | एसएमएस आएगा | बैंक का मैसेज | बैंक से * मैसेज | otp aayega | otp aaega | code aayega | message aayega | msg aayega | sms aayega | bank ka message | bank se message
بتوصلك رساله | توصلك رساله | بيوصلك كود | بيوصلك رمز | ستصلك رساله | سيصلك رمز | سيصلك كود | راح توصلك | راح يوصلك | بيجيك كود | بيجيك رمز | تصلك رساله | يصلك رمز | يصلك كود | وصلك كود | وصلك رمز | رساله من البنك | رساله البنك | رسالة من البنك
""")

TO_ME = Phrases("""
drop it in | drop it here | in this chat | put it in the chat | into the chat | tell me the code | tippen sie die hier | tippen sie sie hier | hier rein | in den chat | ¿me lo dice | me lo dice | me lo puede decir | nous le donner | nous le communiquer | me le donner
pass it along | pass it on | pass that on | pass it to | pass them on | pass this on | forward it | forward that | forward this | forward them | send it to me | send it to us | send it over | send it here | send it back | send me it | send me that | send that to | send them to | send me the number | send me the code | send us the number | send us the code | send over the | send the code | send the number | send the digits | send me what | tell me the | tell us the | tell me what | tell us what | tell me that | tell it to me | type it here | type them here | type it in here | type it into this | copy it here | copy it into | copy and paste | paste it | read it to me | read it out | read me the | read us the | read me what | give it to me | give me that | give me the | give us the | let me have it | let us have it | let me know it | let me know the number | let me know the code | what is it? | what's it say | what does it say | what does the text | what does the message | what number | which number | i need it | i need that | need the number in | need that number | need that code | need the code in it | i just need the | share it with | share that | reply with it | reply with that | answer with it | write it here | write it to me | write it back | could you send it | can you send it | screenshot of it
brauche ich | brauchen wir | benötige ich | benötigen wir | den brauche | die brauche | nennen sie | schicken sie * mir | schicken sie ihn | schicken sie sie | schick ihn mir | schick mir | schicken sie uns | senden sie * mir | senden sie ihn | senden sie uns | geben sie * durch | geben sie mir | teilen sie mir | teilen sie uns | leiten sie | weiterleiten | schreiben sie mir | schreiben sie ihn | schreiben sie uns | schreiben sie sie hier | sagen sie mir | sag mir | diktieren | tippen sie ihn hier | hier eintippen | hier eingeben | mir durchgeben | an uns weiter
reenví* | mándemelo | mándamelo | mándenoslo | envíemelo | envíamelo | envíenoslo | dígamelo | dímelo | dígame | dime | páseme | pásame | pásemelo | pásamelo | cópie* | escríbamelo | escríbelo aquí | escríbalo aquí | póngalo aquí | lo necesito | necesito ese | indíqueme | indíquenos | compártalo
recopiez | copiez | transmettez | transférez | envoyez-le | envoyez le | envoyez-moi | envoie-le | envoie-moi | donnez-le | donnez-moi | donne-moi | communiquez | dites-le | dites-moi | dis-moi | dictez | indiquez-le | indiquez-moi | il me le faut | j'en ai besoin | lisez-le | notez-le ici | répondez avec
me lo scriva | lo scriva qui | me lo mandi | ce lo mandi | me lo giri | lo inoltri | me lo inoltri | me lo dica | me lo dia | me lo comunichi | mi dica | mi mandi | mi dia | mi giri | ci comunichi | ci mandi | lo copi qui | mi serve | ci serve | me lo invii | scrivimelo | mandamelo | dimmelo | dimmi
copia e cola | cola aqui | me manda | manda pra mim | manda aqui | mande aqui | me passa | me passe | passa pra mim | me diz | me diga | me fala | me envia | me envie | me informa | me informe | encaminha | encaminhe | escreve aqui | digita aqui | preciso dele | preciso desse
stuur die | stuur deze | stuur hem | stuur mij | stuur me | stuur ons | stuurt u | doorsturen | geef die | geef hem | geef mij | geef me | geef ons | geeft u | doorgeven | geef door | typ hem | typ die | lees * voor | heb ik nodig | hebben wij nodig | zeg mij | app me de | meld mij
przepisać mi | przepisać go | przesłać go | przesłać mi | proszę przesłać | proszę podać | podać mi | proszę wysłać | wysłać mi | proszę przepisać | prześlij | przekaż* | podaj | podyktować | wyślij mi | proszę mi | jest mi potrzebny | potrzebuję go | odpisać
そのまま送 | 送ってください | 送って下さい | お送りください | 教えてください | お知らせください | 返信してください | ご返信ください | こちらに書 | こちらに入力 | 転送 | 伝えてください
告诉我 | 告诉我们 | 发给我 | 发我 | 发过来 | 发给我们 | 报给我 | 报一下 | 转给我 | 转发给我 | 念给我 | 回复我 | 给我说 | 写在这里 | 截图发
bana iletin | bana ilet | bana yaz* | bize yaz* | bana gönder* | bize gönder* | bana söyle* | bize söyle* | bana okuyun | buraya yaz* | iletir misiniz | paylaşın | iletin | bildirin
मुझे भेज* | हमें भेज* | मुझे बता* | हमें बता* | यहाँ लिख* | यहां लिख* | वो भेज* | वो बता* | भेज दीजिए | बता दीजिए | भेजिए | बताइए | mujhe bhej* | mujhe bata* | bata do | bata dijiye | batao | bhej do | bhej dijiye | yahan likh* | share kar*
انسخه لي | ابعثه | ابعث لي | ارسله | ارسل لي | ارسلها | عطني | اعطني | اعطنا | قل لي | قول لي | خبرني | اكتبه هنا | اكتبه لي | زودني | زودنا | شاركني | حوله لي
""")

# A code that belongs to the way of a parcel, or to a thing.
OF_THE_PARCEL = SAFE | Phrases("""
tracking | to the driver | to the courier | show it to | pickup code | pick-up code | collection code | locker | parcel shop | pairing | bluetooth | the screen shows | error | display | firmware | serial | model | batch | part number | order number | delivery window | the fahrer | abholcode | abholstation | packstation | sendungsnummer | sendungsverfolgung | fehlercode | display | fahrer | paketshop | zusteller | repartidor | código de recogida | seguimiento | livreur | code de retrait | suivi | point relais | corriere | codice di ritiro | tracciamento | entregador | código de rastreio | rastreio | código de retirada | bezorger | afhaalcode | track | kurierowi | kod odbioru | paczkomat* | śledzeni* | 追跡 | お問い合わせ番号 | 配達員 | 受取 | 取件码 | 快递员 | 物流 | kurye* | takip | kargo kodu | teslimat kodu | डिलीवरी वाल* | ट्रैकिंग | delivery wala | للمندوب | التتبع | رمز الاستلام
""")

RELAYED_CODE = Rule(
    code="phishing.relayed-code",
    label="phishing",
    patterns=(ON_ITS_WAY, TO_ME),
    within=Within.NEAR,
    unless=(OF_THE_PARCEL,),
    because="Codes that a bank or the marketplace sends must not be passed on to anyone.",
    fix="Take the request out. Payments and refunds never need such a code.",
    catches=(
        "You'll get a text in a minute, pass it on to me please.",
        "Gleich kommt eine SMS bei Ihnen an. Die brauche ich für die Erstattung.",
        "Le llegará un mensaje de su banco, reenvíemelo tal cual.",
        "Vous allez recevoir un SMS de votre banque, recopiez-moi le code.",
        "Le arriverà un sms con un numero: me lo scriva qui.",
        "Vai chegar um SMS do banco aí, copia e cola aqui pra mim.",
        "U krijgt zo een sms van de bank, stuur die even door.",
        "Zaraz przyjdzie SMS z banku, proszę przepisać mi go tutaj.",
        "銀行から届くショートメールの数字をそのまま送ってください。",
        "一会儿您会收到一条短信，把里面的数字告诉我就行。",
        "Bankanızdan mesaj gelecek, içindeki rakamları bana iletin.",
        "बैंक से एक मैसेज आएगा, वो नंबर मुझे भेज दीजिए।",
        "بتوصلك رسالة من البنك فيها رقم، انسخه لي هنا.",
    ),
    spares=(
        "You'll get a text with the delivery window on the day.",
        "You will receive a code by text; show it to the driver and to nobody else.",
        "Zaraz przyjdzie SMS z kodem odbioru, proszę pokazać go w paczkomacie.",
    ),
)

CARD_NUMBER = Phrases("""
16 figures ~ date | sixteen figures ~ date | full card number ~ the back | 16 stellen ~ datum | sedici cifre ~ data | dieciséis cifras ~ fecha | seize chiffres ~ date | dezesseis números ~ validade | zestien cijfers ~ datum | szesnaście cyfr ~ dat*
long number ~ card | number ~ across your card | numbers ~ of your card | numbers ~ on your card | number ~ on your card | number ~ from your card | sixteen ~ card | 16 ~ card | digits ~ card | card ~ long number | card ~ sixteen | card ~ digits | card ~ month and year | card ~ expir* | card ~ it ends | card ~ runs out | card ~ valid until | card ~ little one behind | card ~ small number | card used * numbers on it | card was used ~ numbers | your card ~ the numbers on it
lange nummer ~ karte | nummer vorne auf der karte | nummer ~ ihrer karte | nummer ~ ablaufdatum | ziffern ~ karte | karte ~ ziffern | karte ~ ablaufdatum | karte ~ gültig bis | kartendaten
números de la tarjeta | números de su tarjeta | números ~ tarjeta | número largo ~ tarjeta | tarjeta ~ caduca | tarjeta ~ caducidad | tarjeta ~ números | tarjeta ~ de atrás
chiffres de la carte | chiffres de votre carte | chiffres ~ carte | seize chiffres | numéro long ~ carte | carte ~ date de fin | carte ~ expiration | carte ~ expire | carte ~ chiffres | carte ~ au dos
numero lungo ~ carta | numeri ~ carta | cifre ~ carta | carta ~ scade | carta ~ scadenza | carta ~ numeri | carta ~ cifre
números ~ cartão | número ~ cartão | cartão ~ validade | cartão ~ vence | cartão ~ números | cartão ~ verso
lange nummer ~ pas | lange nummer ~ kaart | nummer van uw pas | nummer op uw pas | cijfers ~ pas | cijfers ~ kaart | pas ~ verloopt | kaart ~ verloopt | pas ~ vervaldatum | kaart ~ vervaldatum
długi numer z karty | numer z karty | numery z karty | cyfry z karty | numer ~ karty | karty ~ data ważności | karty ~ ważna do | karty ~ cyfry
カード* ~ 番号と期限 | カード* ~ 数字 | カードの* ~ 番号 | カード番号と | 卡正面 | 银行卡 ~ 号码 | 银行卡 ~ 有效期 | 卡 ~ 有效期 | 信用卡 ~ 号码 | 信用卡 ~ 数字 | 卡背面
kartın ~ numara* | kartınızın ~ numara* | kart ~ son kullanma | kartın ~ rakam* | kartınızın ~ rakam*
कार्ड ~ लंबा नंबर | कार्ड ~ नंबर और | कार्ड ~ एक्सपायरी | card ~ lamba number | card ~ expiry | card ~ number aur | card ka number | رقم البطاقه الطويل | البطاقه ~ انتهائها | البطاقه ~ الانتهاء | ارقام البطاقه | ارقام بطاقتك | رقم بطاقتك
""")

READ_OUT = HAND_OVER | Phrases("""
please | needs | type it in | again here | let me have | what are | to cancel | read us | read me | prosz* | bitte | por favor | s'il vous plaît | svp | quels sont | quel est | dites | merci de | per favore | mi dica | mi dia | quali sono | qual è | quais são | qual é | alstublieft | graag | odpisać | potrzebny | potrzebna | 書いて | 発一下 | 发一下 | 核对 | lütfen | yazın | रख | likho | رجاء | ابعث
""")

NO_BANK_CARD = (
    SAFE
    | OTHER_CARDS
    | Phrases("""
memory card | sd card | sim card | graphics card | greeting card | birthday card | gift card | gift message | business card | warranty card | loyalty card | postcard | post card | place card* | playing card* | card game | card holder | card case | card slot* | card reader | tarot | trading card* | pokémon | pokemon | score card* | card stock | cardboard | library card | on the card: | on the card " | name on the card please: | write ~ on the card | write ~ on the gift card | happy birthday | congratulations on | with love | speicherkarte | sd-karte | grußkarte | geburtstagskarte | garantiekarte | landkarte | visitenkarte* | spielkarte* | schreiben sie auf die karte | tarjeta de memoria | tarjeta de felicitación | tarjeta de garantía | carte mémoire | carte de vœux | carte de garantie | carte graphique | scheda | cartão de memória | cartão de aniversário | geheugenkaart | wenskaart | garantiekaart | karta pamięci | karty pamięci | karta gwarancyjna | karcie gwarancyjnej | na kartce | メモリーカード | sdカード | 保証書 | 贺卡 | 内存卡 | 存储卡 | 保修卡 | hafıza kart* | garanti belgesi | tebrik kart* | मेमोरी कार्ड | memory card | بطاقه الذاكره | بطاقه الضمان | بطاقه معايده
last four | last 4 | letzten vier | últimos cuatro | quatre derniers | ultime quattro | últimos quatro | laatste vier | ostatnie cztery | 下4桁 | 后四位 | son dört | serial number | order number | order id | refunded to | refund goes | goes back to | credited
""")
)

CARD_READ_OUT = Rule(
    code="phishing.card",
    label="phishing",
    patterns=(CARD_NUMBER, READ_OUT),
    by=SELLER,
    within=Within.NEAR,
    unless=(NO_BANK_CARD,),
    bars=frozenset({"incentive", "payment.details"}),
    because="Nobody may ask for card data in messages.",
    fix="Take the request out. Refunds go back to the card by themselves.",
    catches=(
        "Our accountant needs the long number across your card and the little one behind.",
        "Schreiben Sie mir bitte die lange Nummer vorne auf der Karte und das Ablaufdatum.",
        "Para devolverle el dinero dígame los dieciséis números de la tarjeta y cuándo caduca.",
        "Quels sont les seize chiffres de la carte et la date de fin ?",
        "Mi dica il numero lungo sulla carta e quando scade.",
        "Me diga os números da frente do cartão e a validade.",
        "Ik heb het lange nummer van uw pas nodig en wanneer hij verloopt.",
        "Do zwrotu potrzebny jest długi numer z karty i data ważności.",
        "カードの表の番号と期限を書いてください。",
        "银行卡正面的号码和有效期发一下。",
        "Kartın önündeki uzun numarayı ve son kullanma tarihini yazın.",
        "कार्ड के आगे वाला लंबा नंबर और एक्सपायरी लिख दीजिए।",
        "ابعث لي رقم البطاقة الطويل وتاريخ انتهائها.",
    ),
    spares=(
        "Please send us the serial number from the warranty card.",
        "The refund goes back to the card you paid with; we never see the number.",
    ),
)

BUY_VOUCHER = Phrases("""
scratch one | first scratch | pay the fine | pay * in gift | pay with gift
buy a | buy an | buy two | buy three | buy some | buy one | purchase a | purchase * gift | get a | get one | get yourself a | get an | pick up a | please buy | to buy a | go to * and buy | you get it back | top up a | load a
kaufen sie | kauf eine | besorgen sie | besorg eine | holen sie | hol eine | kaufe eine | compre | compra una | adquiera | consiga | achetez | achète une | procurez-vous | prenez une | compri | acquisti | compra uma | compra um | compre um* | adquira | koop | kopen | haal een | proszę kupić | kup kartę | kupić kartę | kupi pan* | 買って | 購入して | 购买一张 | 买一张 | 买张 | 买几张 | 去买 | 购买 | satın alın | alın ve | alıp | alın, | खरीद* | ख़रीद* | kharid* | اشتر* | اشتري
""")
VOUCHER = Phrases("""
gift card* | giftcard* | gift voucher* | prepaid card* | prepaid voucher* | euro voucher | dollar voucher | pound voucher | google play | play card | steam card* | apple card | itunes | amazon card* | amazon gift | neosurf | paysafe* | transcash | razer gold | xbox card | vanilla card | vanilla gift | playstation card | guthabenkarte* | geschenkkarte* | gutscheinkarte* | wertgutschein* | tarjeta* de google | tarjeta* de amazon | tarjeta* regalo | tarjeta* prepago | carte* cadeau* | carte* pcs | carte* prépayée* | carte* google | carte* amazon | carta regalo | carte regalo | carta amazon | carta google | carta prepagata | ricarica telefonica | ricarica postepay | cartão presente | cartão google | cartão pré-pago | gift card | cadeaubon* | cadeaukaart* | giftcard* | kartę podarunkową | karta podarunkowa | kartę google | kartę steam | doładowani* | ギフトカード* | ギフト券* | プリペイド* | 礼品卡 | 充值卡 | 点卡 | 购物卡 | hediye kart* | google play kart* | ön ödemeli kart* | गिफ्ट कार्ड | गिफ़्ट कार्ड | रिचार्ज कार्ड | بطاقه هديه | بطاقه هدايا | بطاقه جوجل | بطاقه ايتونز | بطاقه شحن
""")
VOUCHER_CODE = Phrases("""
code* | number* | digits | silver field | silver strip | scratch* | photo of | picture of | read us | read me | pin | what's under | the back | nummer* | ziffern | freigerubbelt* | rubbel* | código* | raspad* | números | foto | numéro* | chiffres | gratté* | photo | codice | codici | grattat* | numeri | raspar | raspado | raspe | krascode | cijfers | kod* | zdrapk* | cyfry | コード | 番号 | 写真 | 卡密 | 密码 | 号码 | 刮开 | 拍照 | şifre* | numara* | kazı* | कोड | नंबर | फोटो | code | number | كود | رمز | ارقام | رقم | صوره
""")

VOUCHER_CODE_ASKED = Rule(
    code="phishing.voucher",
    label="phishing",
    patterns=(VOUCHER, BUY_VOUCHER, VOUCHER_CODE),
    within=Within.NEAR,
    unless=(
        SAFE
        | Phrases("""
discount code | promo code | coupon code | review | rating | we'll send you | we will send you | you'll receive | the code is printed | the gift card i bought | tarjeta regalo que compré | tarjeta que compré | carte que j'ai achetée | carte cadeau n'a pas | che ho comprato | que comprei | gekauft habe | gekocht heb | którą kupił* | 買った | 我买的 | aldığım | खरीदा | اشتريت | i bought | as a present | as a gift | can i buy | can i use | could i buy | where can i | do you sell | do you have | i wanted to buy | never came | doesn't work | does not work | not accepted | the balance
"""),
    ),
    bars=frozenset({"incentive"}),
    because="Asking for the code of a gift card is asking for money that cannot be returned.",
    fix="Take the request out. Payments and refunds only run through the order.",
    catches=(
        "Get a prepaid card for $50 and read us the silver field.",
        "Compri una carta Amazon da 50 euro e mi mandi il codice grattato.",
        "Achetez une carte Neosurf de 50 € et donnez-moi le code.",
        "Koop een cadeaubon van Bol en stuur mij de krascode.",
    ),
    spares=(
        "Can I buy a gift card for your shop, and does the code expire?",
        "We don't sell gift cards, the marketplace does.",
    ),
)

LOGIN_PROMPT = Phrases("""
sign-in request | sign in request | login request | log-in request | authorisation request | authorization request | allow the login | allow the sign-in | approve the login | approve the sign-in | approve the payment in your bank* | notification from your bank | notification in your bank* | notification of your bank* | push from your bank | bank app ~ confirm | bank app ~ approve | banking app ~ confirm | banking app ~ approve | banking app ~ accept | bank's app ~ confirm | bank's app ~ approve | is it you signing in | is this you signing in | are you trying to sign in | are you trying to log in
push-nachricht ~ bank* | bank-app | banking-app | tan-app | anmeldeanfrage | login-anfrage | anmeldung bestätigen | anmeldung freigeben | auftrag in ihrer bank* | notificación del banco | notificación de su banco | notificación de la app del banco | app del banco | app de su banco | solicitud de inicio de sesión | notification de votre banque | notification de la banque | notification de votre appli | notification de votre application | appli bancaire | application bancaire | demande de connexion | notifica della banca | notifica dell'app | app della banca | richiesta di accesso | notificação do banco | app do banco | aplicativo do banco | pedido de login | melding van uw bank | melding van de bank | bank-app | bankieren-app | inlogverzoek | powiadomieni* z banku | powiadomienie w aplikacji | aplikacji bankow* | prośbę o logowanie | 銀行アプリ | 銀行のアプリ | ログイン承認 | 银行app | 银行的app | 手机银行 | 登录请求 | 登录提醒 | banka uygulama* | bankadan bildirim | bankanızdan bildirim | giriş isteği | बैंक ऐप | बैंक का नोटिफिकेशन | bank app | bank ka notification | اشعار من البنك | تطبيق البنك | طلب تسجيل الدخول
""")
APPROVE = Phrases("""
tap yes | press yes | click yes | say yes | press approve | tap approve | click approve | just approve | please approve | approve it | approve that | press confirm | tap confirm | press accept | tap accept | accept it | confirm it | please confirm | allow it | press ok | tap ok | that's me | that is me | it's me | so my payment goes | so that my payment | the refund goes through | to get the refund | to release
bestätigen | bestätige | freigeben | gib frei | annehmen | erlauben | tippen sie auf ja | acepte | acépt* | apruebe | autorice | pulse sí | confirme | validez | valide | acceptez | autorisez | confirmez | appuyez sur oui | confermi | approvi | accetti | autorizzi | prema sì | confirme | aprove | aprova | aceite | aceita | autorize | keur * goed | goedkeuren | bevestig | accepteer | zatwierdz* | zatwierdź | potwierd* | zaakcept* | 承認して | 許可して | 確認を押 | 点确认 | 点同意 | 点击同意 | 同意 | 确认一下 | onaylayın | onayla | kabul edin | izin verin | मंजूर* | हाँ दबा* | अप्रूव | approve kar* | ok kar* | وافق | اضغط موافق | اكد | اقبل
""")

APPROVAL_ASKED = Rule(
    code="phishing.approval",
    label="phishing",
    patterns=(LOGIN_PROMPT, APPROVE),
    within=Within.NEAR,
    unless=(
        SAFE
        | Phrases(
            "bluetooth | pairing | camera | router | the watch | smart tv | the tv | the lock | your wifi | your wi-fi | do not | don't | decline it | nicht | no acepte | ne validez pas | non confermi | não confirme | niet | nie zatwierdz* | しないで | 不要 | onaylamayın | मत | لا توافق"
        ),
    ),
    because="Asking somebody to approve a login or a payment they did not start is fraud.",
    fix="Take the request out. Payments and refunds never need it.",
    catches=(
        "You'll see a sign in request on your phone in a second, press approve so my payment goes through.",
        "Bestätigen Sie die Push-Nachricht Ihrer Bank-App, dann ist die Gutschrift durch.",
        "Validez la notification de votre appli bancaire, c'est pour annuler le débit.",
    ),
    spares=("If a login request appears that you did not start, don't press approve.",),
)

RULES = (RELAYED_CODE, CARD_READ_OUT, VOUCHER_CODE_ASKED, APPROVAL_ASKED)
