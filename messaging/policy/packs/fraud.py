"""Phishing: asking for secrets, posing as somebody else."""

from messaging.policy.phrases import Phrases
from messaging.policy.rules import BUYER, SELLER, Rule, Within

SECRET = Phrases("""
name on the card | when it runs out | screenshot of your bank* | banking page | gift vouchers | pay * in gift | pay * vouchers | prüfziffer | kartennummer | zdjęcie dowodu | dowodu z | dowodu | dowód | 免許証 | 身份证正反面 | kimlik fotoğrafı | altı haneli | haneli kodu | छह अंक | अंक आए | الارقام اللي وصلت* | الأرقام اللي وصلت* | seis números | seis cifras | seis dígitos | chiffres au dos | six chiffres | trois chiffres | sei cifre | tre cifre | seis dígitos | números da frente | de trás do cartão | zes cijfers | drie cijfers | sześć cyfr | trzy cyfry | cyfry z tyłu | 6桁 | 裏の3桁 | 六位数 | 三位数 | 背面三位 | altı rakam | üç rakam | तीन अंक | पीछे के तीन | ستة ارقام | ثلاثة ارقام
three numbers | numbers behind | numbers on the card | long number | card's number | card no | you'll get a code | you will get a code | will get a code | a code by | a code comes | code arrives | the code from | six-figure | figures on the | security digits | numbers you get | the numbers that | credentials | access data | sign-in data | login data | account data | account name and | bank account details | bank data | banking details | personal data | full name, date | identity document | your id | photo id | selfie | sort code and account number of | voicemail | sim card number | scratch* code | code on the back of the card | top-up code | prepaid code | amazon card | apple card | vanilla card | razer | bitcoin atm
bank card | photo of your bank card | your card front | front and back | both sides | the code that appears | code that appears on | the code you get | code you get | the code on your phone | code from your | code sent to | code by sms | code via sms | text you a code | code i sent | code they sent | the digits | numbers on the back | iban | bank details | account details | account password | e-mail password | email password | id number | tax id | national id | identification document | proof of identity | selfie with | a copy of your passport | scan of your | utility bill | crypto wallet | recovery phrase | last four digits and | full number | security answer | pet's name | login and | your user name | access to your account | access to your computer
pincode door | uw pincode | je pincode | kod z sms | kodu z sms | środki na kartę | numer karty i | numer konta i hasło | foto della carta | codice arrivato | codice ricevuto | código recibido | código que recib* | código que llega* | code qui vient | code que vous | code que tu | clave del banco | código recebido | código que chegou | dados bancários | bankdaten und | zugang zu ihrem | code aus der sms | code per sms | code, den sie | 届いたコード | 届いた番号 | 口座の暗証 | 收到的码 | 收到的数字 | 身份证照片 | 手机收到 | gelen şifre* | gelen kodu | gelen şifreyi | आया हुआ कोड | कोड जो आया | code jo aaya | code aaya | jo code | الكود اللي وصل* | الرمز الذي وصل* | رمز وصلك | رقم سري | صورة الهوية | صوره الهويه | رقم بطاقتك | الرقم الوطني
password* | passcode | pass word | pin | the pin | pin code | its pin | cvv | cvc | security code | three digits | 3 digits | digits behind | digits on the back | six digits | 6 digits | six-digit | 6-digit | 6 numbers | six numbers | four digits | 4 digits | 16 digits | 16-digit | verification code | confirmation code | login code | one-time | one time password | one time code | otp | 2fa | auth code | sms code | code you received | code you just received | code that you | the code we | code by text | codes of any | backup code* | transaction code | tan
card number | card data | card details | number on the card | your card at hand | full card | valid thru | expiry date | credit card | debit card | bank login | online banking | banking user | bank account and | iban and | gift card* | voucher code | activation voucher | prepaid voucher | paysafecard | itunes card | steam card | google play card | ssn | social security | driving licence | driver's license | passport | id card | identity card | copy of your id | date of birth | maiden name | security question | username and | user name and | seed phrase | private key | wallet phrase
anydesk | teamviewer | remote access | remote control | screen share | share your screen | banking app | login mail | your login | your sign-in | subject "reset" | reset mail | forward us the text | forward us the mail | forward me the mail | forward the mail | reset link | reset code
passwort* | kennwort* | tan | pin | sicherheitscode | bestätigungscode | prüfziffer* | kartennummer | kreditkart* | kartendaten | sechs ziffern | ziffern auf der rückseite | geheimzahl | personalausweis* | ausweiskopie | zugangsdaten | geburtsdatum | guthabenkarte* | gutscheinkarte* | sms-code
contraseña* | clave | código de verificación | código de seguridad | código sms | código que | sms con un código | ese número | cvv | datos de su tarjeta | datos de la tarjeta | número de tarjeta | número de su tarjeta | dni | pin | tarjeta regalo | fecha de nacimiento | banca online | banca en línea
mot de passe | code de vérification | code reçu | code de sécurité | code sms | cryptogramme | numéro de carte | numéro de votre carte | coordonnées bancaires | données bancaires | carte bancaire | pièce d'identité | carte d'identité | date de naissance | code pin | identifiant* | carte cadeau
password | codice di verifica | codice di sicurezza | codice otp | codice che | codice sms | cvv | numero di carta | numero della carta | dati della carta | 16 cifre | tre dietro | cifre dietro | codice fiscale | carta d'identità | documento | pin | credenziali | carta regalo | data di nascita
senha* | palavra-passe | código de verificação | código de segurança | código de seis | código que | código por sms | cvv | número do cartão | dados do cartão | cpf | rg | identidade | token | pin | cartão presente | data de nascimento | código que acabou
wachtwoord* | inlogcode | beveiligingscode | verificatiecode | sms-code | code die u | kaartnummer | cvc | kaartgegevens | creditcard | bsn | identiteitsbewijs | paspoort | geboortedatum | cadeaukaart* | inloggegevens
hasło | hasła | kod blik | kod sms | kod z sms* | kod weryfikacyjny | kod autoryzacyjny | kodu blik | pin | cvv | numer karty | dane karty | danych karty | pesel | dowód osobisty | dowodu osobistego | data urodzenia | kod, który | karta podarunkowa
パスワード | 暗証番号 | 認証番号 | 認証コード | 確認コード | ワンタイム | セキュリティコード | カード番号 | カード情報 | 有効期限 | マイナンバー | 身分証 | 生年月日 | ログイン情報 | ギフトカード* | プリペイド
密码 | 验证码 | 动态码 | 支付密码 | 银行卡号 | 卡号 | 安全码 | 身份证 | 短信码 | 口令 | 登录名 | 礼品卡 | 扫码
şifre* | parola* | doğrulama kodu | onay kodu | sms kodu | gelen kod* | tek kullanımlık | kart numara* | kart bilgi* | cvv | üç hane* | tc kimlik | kimlik fotoğraf* | kimlik numara* | hediye kartı | internet bankacılığı | son kullanma
पासवर्ड | ओटीपी | otp | पिन | सीवीवी | cvv | कार्ड नंबर | कार्ड की जानकारी | कार्ड का | आधार | पैन कार्ड | सत्यापन कोड | वेरिफिकेशन कोड | कोड आया | password | pin number | card ka | card number | aadhaar | aadhar | pan card | upi pin
كلمة المرور | كلمه المرور | كلمة السر | كلمه السر | الرقم السري | رمز التحقق | كود التحقق | رمز التفعيل | رمز otp | رقم البطاقة | رقم البطاقه | بيانات البطاقة | بيانات البطاقه | بيانات بطاقتك | الأرقام الثلاثة | الارقام الثلاثه | خلف البطاقة | خلف البطاقه | الهوية | الهويه | رقم الهوية | رمز الأمان | رمز الامان | الرمز اللي | بطاقة هدية | تاريخ الميلاد
""")

HAND_OVER = Phrases("""
brauche | benötige | nennen sie | diga | donnez | welke | okuyun | odesłać | rondom | zrobić zdjęcie | preciso | mi serve | donnez les | rellene | indíqueme | read it to | screenshot of | send a screenshot
hand over | let us know your | let me know your | we require | must have | must know | is required | are required | please enter | asks you for | would need | still need | missing | tell it to | pass it on | photograph | take a picture | take a photo | hold up | dictate
share the | tell me the | tell us the | to load it | passen | doorgeeft | geef ons | przesłać | prześlij | podesłać | przesłanie | so that we | so we can | necesitamos | ci servono | nos envie | nos informe | for the age check | to verify | type them | type the | repeat the | read the | hold the card | upload
send | sending | give | tell | type | reply with | reply to this message with | replying | answer with | answering with | provide | share | write | need | we need | requires | require | enter | forward | confirm | verify | state | fill in | read out | read me | dictate | show me | pass me | let me have | submit | asks for | ask for | ask you for | is missing | have your card | be sure it's really you | scratch it | picture of | photo of | scan the | install | press confirm | put in | what's | what is | can you tell | note down
nennen | senden | schicken | geben | mitteilen | teilen sie | schreiben | eingeben | bestätigen | brauchen | benötigen | angeben | übermitteln | installieren | foto | envíe* | envie* | mande* | mándeme | páseme | pase* | dígame | diga | facilite* | indique* | escriba | confirme | necesit* | introduzca | verifique | proporcione | envoyez | donnez | communiquez | indiquez | transmettez | confirmez | besoin | saisissez | fournir | fournissez | écrivez
mandi | mandate | invii | inviare | scriva | scrivere | ci dia | mi dia | comunichi | confermi | serve | servono | inserisca | fornisca | dica | mande | envie | informe | me passa | passe | diga | digite | confirme | preciso | precisamos | escreva | qual foi | qual é | manda | stuur | geef | vul | bevestig | nodig | doorgeven | typ | meld | deel | prosz* podać | proszę podać | podać | podaj | przysłać | przyślij | wysłać | wyślij | wygenerować | potrzebujemy | potwierdz* | wpisz* | prześlij | zatwierdzić
返信 | 送って | お送り | 教えて | お知らせ | ご入力 | 入力 | 必要 | 記入 | ご返信 | 提供 | 发我 | 发给 | 发来 | 告诉 | 报给 | 提供 | 填写 | 输入 | 回复 | 需要 | 给我 | yazınız | yazın | gönder* | iletin | paylaş* | bildirin | girin | söyle* | lazım | gerek* | doğrula*
भेज* | बता* | दीजिए | दें | लिख* | भर* | चाहिए | साझा | bhej* | bata* | dijiye | de do | likh* | chahiye | do na | ارسل* | أرسل* | زودنا | زودني | زود* | اكتب* | اعط* | عطنا | عطني | ابعث* | حدث | حدّث | اكد | أكد | نحتاج | احتاج | شارك* | ادخل
""")

SAFE = Phrases("""
dowód zakupu | dowodu zakupu | dowód wpłaty | dowodu wpłaty | dowód nadania | dowodu nadania | proof of purchase | رمز البوابه | رمز الدخول | entrance code | building code | don't pass it | do not pass it | did not send that | passport photo* | passport size | passport picture
ever want your | ever ask | never asks | never want | will not ask | won't ask | wouldn't ask | nobody needs your | to nobody else | and nobody else | and to nobody | keep it to yourself | keep them to yourself | pin is # | pin # | pairing | the keypad | from the sticker | on the label | from the label | inside the lid | type plate | rating plate | nameplate | card case | card holder | passport cover | passport holder | id window | typenschild | niemandem | nicht weitergeben | nie nach | kommen nie von uns | fragen nie | nie von uns | nunca le pediremos | nunca pedi* | no se lo dé a nadie | a nadie | ne demand* jamais | demanderons jamais | demandons jamais | à personne | non chied* mai | mai password | a nessuno | nunca pedimos | a ninguém | com ninguém | para ninguém | vragen nooit | aan niemand | met niemand | nigdy nie prosimy | nikomu nie | お聞きすること | お尋ねすること | 聞くことは | 求めることは | 誰にも | 不会向您 | 不会要 | 不会索要 | 任何人 | 不要泄露 | 不向您 | asla şifre | asla sms | asla istemey* | istemeyiz | kimseyle | kimseye | कभी पासवर्ड | कभी ओटीपी | कभी नहीं | नहीं पूछते | नहीं मांगते | नहीं माँगते | किसी को | kabhi nahi | nahi poochte | nahi mangte | kisi ko | لن نطلب | لا نطلب | ما نطلب | لا تعطيها | لا تخبر | لاي احد | مع احد
also not to us | tell it to nobody | set by you
don't tell it
please don't send | please don't share | please don't give | please don't type | please don't post | please don't write | please don't enter | never tell | never type | we never need | never need | never asks
only to the driver | only to him | give it to the driver | tell it only | only show it | shows it at the door | asks for it at the door | at the door | nur dem fahrer | solo al repartidor | seulement au livreur | solo al corriere | só ao entregador | alleen aan de bezorger | tylko kurierowi | ドライバーに | 只告诉快递 | sadece kuryeye | सिर्फ़ डिलीवरी | للمندوب فقط
i hung up | somebody called | someone called | asked me for my | wanted my card | never share | never send | never ask | never give | don't send | do not send | don't share | don't need to tell | you don't need to | not going to | don't give | without giving | default password | default login | set a new one | on the sticker | printed under | printed on | wanted a one time | wanted the six | we see nothing | only the last four | niemals | nie weiter | geben sie nicht | nicht mitteilen | no comparta | nunca | no envíe | ne partagez | ne communiquez | jamais | non condivida | mai | non comunichi | não compartilhe
não envie | nooit | niet delen | geef nooit | nikomu | nie podawać | proszę nie | nigdy | 教えないで | 送らないで | 入力しないで | 不要告诉 | 不要发 | 切勿 | 别告诉 | paylaşmayın | vermeyin | söylemeyin | मत भेजिए | मत बताइए | मत बताना | nahi diya | mat batana | mat do | لا تشارك* | لا ترسل* | لا تعط* | did not come from us | doesn't work here | manga, maine | standardpasswort | combination | keypad | key phone | safe deposit | show your id at | card i paid
back on your card | refund to your card | to your debit card within | gate code | door code | entry code | zugangscode tür | código del portal | código de la puerta | digicode | code de la porte | kod do bramy | kod do domofonu | zip code | postal code | error code | model number | product code | color code | colour code | return code | serial number | padlock | combination lock | wifi password | wi-fi password | router | wlan-passwort | wlan passwort
""")

# Codes, cards and numbers of the goods themselves.
OF_A_THING = Phrases("""
the counter | the filter | scanner | thread pattern | muster | bohrer | underside | on the bottom | back of the unit | back of the device | back of the machine | spare part | right part | the gear | the mixer | the lock | the safe | the padlock | car stereo | stereo | the speaker | master code | own pin | the camera | the router | the tv | the hub | the reader | card reader | card table | playing cards | license key | licence key | activation key | wi-fi | wifi | loyalty | printed, front | card printed | sides of the card printed | chassis | frame number | alloy | carat | type plate | combination
rückseite des geräts | rückseite des akkus | unterseite | typenschild | ersatzteil | autoradio | das schloss | der tresor | die kamera | das gerät | der akku | passende* | parte de atrás del | debajo del | repuesto | pieza | la cámara | la cerradura | au dos de l'appareil | sous l'appareil | pièce détachée | bonne pièce | la serrure | la caméra | retro dell'apparecchio | sotto l'apparecchio | il ricambio | la serratura | la telecamera | parte de trás do aparelho | peça certa | a fechadura | a câmera | achterkant van het apparaat | onderkant | onderdeel | het slot | de camera | z tyłu urządzenia | spodzie | część | zamek | kamera | 本体 | 裏面の番号 | 部品 | 機器 | 机器 | 设备 | 零件 | 配件 | cihaz* | arkasındaki numara | parça* | kilit | मशीन | पार्ट | ताला | कैमरा | الجهاز | القطعه | القفل | الكاميرا
""")

# Cards that pay for nothing.
OTHER_CARDS = Phrases("""
memory card | sd card | graphics card | greeting card | birthday card | wedding card | business card* | warranty card | place card* | playing card* | trading card* | score card* | post card | postcard | speicherkarte | sd-karte | grußkarte | glückwunschkarte | geburtstagskarte | garantiekarte | visitenkarte* | spielkarte* | tarjeta de memoria | tarjeta de felicitación | tarjeta de garantía | tarjetas de visita | carte mémoire | carte de vœux | carte de garantie | carte graphique | cartes de visite | scheda di memoria | biglietto d'auguri | biglietti da visita | cartão de memória | cartão de visita | geheugenkaart | wenskaart | garantiekaart | visitekaartje* | karta pamięci | karty pamięci | karta gwarancyjna | wizytówk* | メモリーカード | sdカード | 名刺 | 内存卡 | 存储卡 | 保修卡 | 名片 | hafıza kart* | kartvizit* | tebrik kart* | मेमोरी कार्ड | बिज़नेस कार्ड | بطاقه الذاكره | بطاقه معايده
""")

# A buyer who speaks of cards and codes mostly tells what happened.
TELLS = SAFE | Phrases("""
the driver left | left a card | where do i | a caller said | caller said | a man said | i should install | i didn't | i did not | please tell them | reads the | chips | backup code if | how to reset | i forget | if i forget | i wanted to buy | never came | doesn't work | does not work | not accepted | wants me to | asks me to
the app asks | app asks | the app wants | app wants | site asks | asks for a | none arrives | never arrives | doesn't arrive | no code | is that normal | which one is it | write ~ on the card | write ~ on the gift card | put ~ on the card | print ~ on the card | my name on the card | on the gift card and | happy birthday | die app verlangt | die app fragt | app will | kein code | kommt keiner | kommt nicht an | auf die karte | la aplicación me pide | la app me pide | la app pide | no llega | en la tarjeta | l'application demande | l'appli demande | n'arrive | sur la carte | l'app chiede | non arriva | sul biglietto | o aplicativo pede | o app pede | não chega | no cartão escreva | no cartão: | de app vraagt | komt niets | komt niet | op de kaart | op het kaartje | aplikacja prosi | aplikacja żąda | nie przychodzi | na karcie | na kartce | アプリで | アプリの | アプリが | 届きません | 届かない | 求められます | カードに「 | カードに“ | app要 | app里 | app让 | 应用要 | 软件要 | 收不到 | 贺卡 | 卡片上 | uygulama | gelmiyor | kartın üzerine | karta yaz* | ऐप | app mein | नहीं आता | नहीं आ रहा | nahi aa raha | कार्ड पर | card par | card pe | التطبيق | لا يصل* | ما يوصل | على البطاقه
in the app | lock | dial | statement | on your card | on my card | paid by card | card was charged | my card was | how many cards | wallet hold | gift card i bought | received as a gift card | card expired | bought came with | new password | change it | forgot my | forgot the | reset for | ला
i paid | i used my | my bank | my card | my password | my account | log in with | the keypad | can i use | does it | do i need | it asks for | it says | the screen | asks me for | wants me to
""")

ASK_SECRET = Rule(
    code="phishing.secret",
    label="phishing",
    patterns=(SECRET, HAND_OVER),
    by=SELLER,
    within=Within.NEAR,
    unless=(SAFE, OTHER_CARDS, OF_A_THING),
    bars=frozenset({"incentive"}),
    because="Nobody may ask for passwords, codes, card data or identity papers in messages.",
    fix="Take the request out. Payments and refunds never need these.",
    catches=(
        "Please send me the verification code you received.",
        "Bitte nennen Sie uns die TAN.",
        "Páseme el código de verificación que le llega por SMS.",
        "Envoyez-nous le code reçu par SMS.",
        "Mi mandi il codice di verifica.",
        "Me passa o código de verificação.",
        "Stuur ons uw wachtwoord.",
        "Proszę podać kod BLIK.",
        "認証番号を返信してください。",
        "请把验证码发给我。",
        "Şifrenizi yazınız.",
        "OTP bata dijiye.",
        "أرسل لنا رمز التحقق.",
        "send ur p@ssw0rd so we can sync",
    ),
    spares=(
        "Please never share the code with anyone.",
        "The default password of the router is on the sticker, set a new one.",
        "The driver wanted a one time password and I had no idea where to look.",
    ),
)

ASK_SELLER_SECRET = Rule(
    code="phishing.secret-of-seller",
    label="phishing",
    patterns=(SECRET, HAND_OVER),
    by=BUYER,
    within=Within.NEAR,
    unless=(TELLS, OTHER_CARDS, OF_A_THING),
    bars=frozenset({"payment.details"}),
    because=ASK_SECRET.because,
    fix=ASK_SECRET.fix,
    catches=(
        "It sends the code to your phone, tell me the 6 numbers please.",
        "Send your password to keep selling.",
    ),
    spares=("The driver wanted a one time password and left.", "My card was declined, what is the reason?"),
)

POSES = Phrases("""
cyber police | officer ~ police | police department here | used for a crime | used in a crime | scheduled for deletion | final notice | verification here | seller verification | seller center here | audit department | kriminalpolizei hier | hier ist die polizei | händlerprüfung | verkäuferprüfung | departamento de vendedores | policía aquí | aquí la policía | service vendeurs | ici la police | ufficio venditori | qui la polizia | central do vendedor | aqui é da polícia | verkoperscontrole | hier de politie | dział sprzedawców | tu policja | 警察です | 出品者サポートです | 卖家中心 | 网警 | 这里是公安 | satıcı destek | polis merkezi | पुलिस से | साइबर सेल | seller support se | police se | دعم البائعين | معك الشرطه | من الشرطه
security department | security team | security office | fraud unit | fraud department | refund team | payments team | marketplace payments | market payments | example-market payments | treasury | escrow | integrity unit | seller support notice | verification team | verification department | compliance team | compliance department | account department | finance review | finance team of | billing department of | payout system | marketplace support here | this is the marketplace | this is example-market | here is example-market | the marketplace has a new | on behalf of the marketplace | on behalf of example-market | customs office here
account was locked | account is locked | account has been locked | account suspended | account is suspended | account will be | account has been limited | account limited | account on hold | payout * on hold | payouts are frozen | payouts frozen | payment was stopped | payment has been stopped | tax interview | store is closed | store is removed | will be closed for good | unusual sign-in | suspicious sign-in | failed sign-ins | suspicious activity | card was declined | confirm your identity | confirm your details | confirm your account | verify your account | verify your identity | log in within | login within | update your payment | update your billing | billing information | release fee | customs fee | import fee | pay the fee | pay now to avoid | unpaid duty | selected by example-market | you have been selected | you've been selected | you have won | you won a | you won the | you won! | claim your prize | lose their balance | payment pending | i've paid * escrow | shown to you after
sicherheitsabteilung | betrugsabteilung | kundensicherheit | konto gesperrt | konto wurde gesperrt | konto wird | konto eingeschränkt | bestätigen sie ihr konto | bestätigen sie ihre | zahlung wurde gestoppt | zollgebühr* | verifizier* | daten bestätigen | sie haben gewonnen | departamento de seguridad | cuenta ha sido | cuenta bloqueada | cuenta suspendida | cuenta limitada | verifique su cuenta | verifique sus datos | confirme sus datos | tasas de aduana | pago retenido | ha sido seleccionad*
service sécurité | service fraude | compte bloqué | compte suspendu | compte limité | compte a été | vérifiez votre | confirmez votre | frais de douane | frais impayés | vous avez gagné | ufficio sicurezza | reparto sicurezza | account bloccato | account sospeso | account limitato | verifichi i | confermi i suoi dati | accesso da | spese doganali | dazio | ha vinto | setor antifraude | setor de segurança | conta suspensa | conta bloqueada | conta foi | confirme seus dados | pagamento retido | taxa alfandeg* | foi selecionad*
veiligheidsafdeling | fraudeafdeling | account geblokkeerd | account is geblokkeerd | bankkaart verloopt | bevestig uw gegevens | verifieer | douanekosten | u heeft gewonnen | dział bezpieczeństwa | konto zablokowane | konto zostało | zweryfikuj | potwierdź dane | opłata celna | wygrał* | セキュリティ部 | アカウントが停止 | アカウントに不審 | 不審なログイン | アカウントが制限 | 本人確認 | 関税 | 当選 | ご本人確認 | 平台客服 | 平台理赔 | 理赔专员 | 账户异常 | 账户冻结 | 账号被 | 已被冻结 | 点击链接 | 中奖 | 关税 | 理赔金
güvenlik birimi | güvenlik departman* | hesabınız askıya | hesabınız kapat* | hesabınız kısıt* | hesabınızı doğrula* | gümrük | kazandınız | dolandırıcılık birimi | खाता बंद | खाता ब्लॉक | खाता निलंबित | kyc | सुरक्षा विभाग | इनाम जीता | सीमा शुल्क | account block | account band | khata band | حسابك موقوف | حسابك معلق | تم ايقاف | تم تعليق | قسم الأمان | قسم الامان | حدث بياناتك | تحديث بياناتك | رسوم جمركية | رسوم جمركيه | ربحت | فزت | إدارة الموقع | اداره الموقع
""")

POSE = Rule(
    code="phishing.pose",
    label="phishing",
    patterns=(
        POSES,
        SECRET
        | HAND_OVER
        | Phrases("""
click | tap | log in | login | sign in | call immediately | pay | pay again | card | link | here: | at http* | http* | urgent* | within # | hours | hrs | immediately | right now | now | today | lose | cancelled | otherwise | sofort | binnen | innerhalb | klick* | hier | sonst | aquí | perderá | inmediat* | plazo | cliquez | ici | sous # | immédiat* | clicchi | qui | subito | entro | clique | aqui | até | imediat* | klik | hier | direct | binnen | kliknij | tutaj | natychmiast | 本日中 | こちら | 至急 | 点 | 请点 | 立即 | 马上 | tıkla* | hemen | içinde | saat içinde | अभी | तुरंत | आज ही | क्लिक | aaj hi | turant | فورا | الان | اضغط | خلال
"""),
    ),
    within=Within.MESSAGE,
    unless=(
        Phrases("""
under your orders | under my orders | on the order page | another way to pay | another payment method | choose another | andere zahlungsart | ihren bestellungen | otra forma de pago | en su pedido | autre moyen de paiement | dans votre commande | altro metodo di pagamento | nel suo ordine | outra forma de pagamento | no seu pedido | andere betaalwijze | bij uw bestelling | inny sposób płatności | w zamówieniu | 別のお支払い方法 | 换一种付款 | 订单页面 | başka bir ödeme | siparişinizden | दूसरा भुगतान | طريقه دفع اخري | don't come from us | do not come from us | not from us | be careful | serbest bırak* | nothing to pay | nothing left to pay | has released
i entered my | my card was declined | my account is | my account was | my account has | my login | mein konto ist | mein konto wurde | meine karte wurde | mi cuenta está | mi cuenta fue | mi tarjeta fue | mon compte est | mon compte a | ma carte a | il mio account | il mio conto | la mia carta | minha conta | meu cartão foi | mijn account | mijn kaart | moje konto | moja karta | 私のアカウント | 私のカード | 我的账户 | 我的账号 | 我的卡 | hesabım | kartım | मेरा खाता | मेरा अकाउंट | mera account | mera card | حسابي | بطاقتي | i did not click | didn't click
i hung up | somebody called me | someone called me | did not come from us | doesn't work here | is this really from | is this from you | is this a scam | suspicious mail i | got a mail | got an e-mail | got an email | received an email claiming | verified it with the depot | deliveries to your valley | customs broker | never in a message | never | declared value | customs wants | enter it in your account | in your account's | customs paper | customs form on the parcel | customs label | for customs | duty is included | zollgebühren sind inklusive | nothing needs to be done | stop using | recall | overheat | i will report | police report | filed with the police | file a police
"""),
    ),
    because="Posing as the marketplace, customs or the police, or inventing trouble with an account, is not allowed.",
    fix="Take it out. Account matters are only ever handled by the marketplace itself.",
    catches=(
        "This is the Example-Market security department. Confirm your identity now.",
        "Ihr Konto wurde gesperrt. Bestätigen Sie Ihre Daten sofort hier.",
        "Su cuenta ha sido limitada, verifique sus datos aquí.",
        "您的账户异常，请点击链接立即处理。",
    ),
    spares=(
        "Deliveries to your valley are suspended until the road reopens.",
        "I will report this to the police.",
    ),
)

BAIT = Rule(
    code="phishing.bait",
    label="phishing",
    patterns=(
        Phrases("""
pay the | pay a | pay now | pay here | fee of | a fee | unpaid | confirm your | confirm the | verify your | verify the | update your | update it on | your details | your data | billing | log in | login | sign in | log on | unlock | restore | expired | expires | will be closed | suspended | on hold | blocked | locked | returned twice | claim your | collect your prize | tax refund | customs duty | release it | reschedule * fee | validate | reactivate | re-activate
bestätigen | verifizieren | aktualisieren | gebühr* | gesperrt | einloggen | anmelden | freischalten | konto | abgelaufen | verifique | confirme | actualice | pague | tasa* | bloquead* | suspendid* | limitad* | inicie sesión | caduc* | vérifiez | confirmez | réglez | mettez à jour | bloqué* | suspendu* | frais | impayé* | connectez-vous | identifiez | verifichi | confermi | aggiorni | paghi | bloccat* | sospes* | scadut* | acced* | profilo | blocchi | entre com | atualize | taxa | retido | bloquead* | suspens* | liberar | bevestig | verifieer | betaal | geblokkeerd | verloopt | inloggen | kosten | vernieuw* | nieuwe aan
potwierdź | zweryfikuj | zaloguj | opłać | dopłać | opłata | zablokowan* | wstrzyman* | wygasł* | 本人確認 | ログイン | 更新 | 支払い | 確認 | 停止 | 制限 | 手数料 | 关税 | 登录 | 验证 | 确认 | 填写 | 更新 | 冻结 | 领取 | 补缴 | doğrula* | onayla* | giriş yap* | güncelle* | ödeyin | askıya | bloke | सत्यापित | अपडेट | लॉगिन | भुगतान | बंद | भरें | verify | update kar* | حدث | حدّث | اكد | أكد | سجل الدخول | ادفع | موقوف | معلق | محظور | تحقق
"""),
        Phrases("""
account | card | parcel | package | payment | refund | payout | order | profile | identity | customs | delivery | prize | tax | bank | konto | karte | paket | zahlung | cuenta | tarjeta | paquete | pedido | pago | compte | carte | colis | paiement | livraison | douane | commande | conto | carta | pacco | pagamento | ordine | profilo | conta | cartão | encomenda | compra | pagamento | rekening | bankkaart | pakket | betaling | bestelling | konto | karta | paczk* | płatnoś* | アカウント | カード | お荷物 | 注文 | 账户 | 账号 | 包裹 | 银行卡 | 订单 | 理赔 | hesab* | kart* | paket | kargo | sipariş* | खाता | कार्ड | पार्सल | ऑर्डर | khata | parcel | حساب* | بطاق* | طرد | الطلب | شحن*
"""),
        Phrases("""
today | tonight | now | within | hours | hrs | #h | immediately | urgent* | otherwise | or it | or the | will be | before | at once | avoid | asap | keep your card | expired | sofort | binnen | innerhalb | umgehend | sonst | heute | hoy | inmediat* | antes | horas | o perderá | aujourd'hui | sous # | immédiat* | sinon | avant | oggi | subito | entro | altrimenti | da qui | hoje | até | imediat* | para não | vandaag | direct | anders | daardoor | dziś | natychmiast | w ciągu | inaczej | 本日 | 至急 | 以内 | 取り消され | 今天 | 立即 | 马上 | 尽快 | 小时 | 分钟 | 否则 | bugün | hemen | saat | acil* | aksi | आज | तुरंत | अभी | घंटे | वरना | aaj | turant | اليوم | فورا | الان | خلال | والا | وإلا | details | data | confirm | verify | login | log in
"""),
    ),
    within=Within.NEAR,
    unless=(
        SAFE,
        Phrases("sticker's code | guide | manual | set-up | setup | firmware | map data | serial number"),
    ),
    needs=frozenset({"link.external"}),
    because="Trouble with an account or a fee, together with a link, is how passwords and cards are stolen.",
    fix="Leave the link out. Fees and accounts are only handled on the marketplace.",
    catches=("Your parcel is held. Pay the fee of 1.99 today at parcel-fee-desk.info/pay",),
    spares=("The manual for your order is at helmtools.com/manuals",),
)

OVERPAID = Rule(
    code="phishing.overpaid",
    label="phishing",
    patterns=(
        Phrases("""
overpaid | paid too much by | sent too much | sent the money twice | paid you twice | payment is pending until | money is held until | released after you ship | released once you | funds are held | shown to you after | escrow holds | by mistake sent you | sent you the wrong amount
zu viel überwiesen | zu viel bezahlt * zurück | pagado de más | trop payé | pagato troppo | paguei a mais | te veel betaald | nadpłac* | 多付 | 多转 | fazla öde* | ज़्यादा भेज | zyada bhej | حولت بالزيادة
"""),
        HAND_OVER,
    ),
    within=Within.NEAR,
    by=BUYER,
    unless=(
        Phrases(
            "shipping | discount | coupon | price difference | invoice says | listed price | charged twice | order total | at checkout"
        ),
    ),
    because="Asking to send money or codes back after an alleged payment is a known fraud.",
    fix="Payments and refunds only run through the order.",
    catches=("I overpaid you, please send the difference by gift card.",),
    spares=("I was charged twice, please check.",),
)

RULES = (ASK_SECRET, ASK_SELLER_SECRET, POSE, BAIT, OVERPAID)
