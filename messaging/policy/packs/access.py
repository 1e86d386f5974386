"""What opens an account, asked for: identity papers, a login, a look at the screen, a secret answer."""

from messaging.policy.packs.fraud import HAND_OVER, OF_A_THING, OTHER_CARDS, SAFE
from messaging.policy.phrases import Phrases
from messaging.policy.rules import SELLER, Rule, Within

PAPERS = Phrases("""
passport | id card | identity card | identity document | identity papers | photo id | your id | driving licence | driver's license | drivers license | drivers licence | your license front | license front | social security | residence permit | ausweis* | personalausweis* | reisepass* | führerschein* | dni | pasaporte | documento de identidad | cédula | carnet de conducir | carte d'identité | pièce d'identité | passeport | permis de conduire | documento d'identità | carta d'identità | del documento | passaporto | patente | rg | cpf | cnh | identidade | passaporte | paspoort | identiteitskaart | id-kaart | rijbewijs | dowód | dowodu | paszport* | prawo jazdy | prawa jazdy | 身分証* | 免許証 | パスポート | マイナンバー* | 身份证 | 护照 | 驾照 | kimliğ* | kimlik* | pasaport* | ehliyet* | आधार | पासपोर्ट | पैन कार्ड | aadhaar | aadhar | pan card | passport | الهويه | هويتك | جواز السفر | جواز سفرك | جوازك | رخصه القياده
""")
PICTURE = Phrases("""
photo* | picture* | pic | pics | scan* | copy | copies | selfie | both sides | front and back | front n back | next to your face | foto* | bild* | kopie | vorder- und rückseite | beide seiten | imagen | copia | dos caras | ambas caras | por las dos | recto verso | recto-verso | des deux côtés | copie | fronte e retro | frente e verso | dos dois lados | voor- en achterkant | beide kanten | skan* | zdjęci* | obu stron | 写真 | コピー | 両面 | 表裏 | 照片 | 拍照 | 拍给 | 扫描 | 正反面 | fotoğraf* | ön ve arka | iki yüz* | फोटो | फ़ोटो | दोनों तरफ | photo | صوره | صور | من الجهتين | نسخه
""")
PAPERS_PICTURED = Rule(
    code="phishing.papers",
    label="phishing",
    patterns=(
        PAPERS,
        PICTURE,
        HAND_OVER
        | Phrases(
            "hochladen | upload | schick* | brauchen | atın | needs it | wants | exige | vuole | pede | wil | prosi | pide | 要用 | तस्वीर"
        ),
    ),
    by=SELLER,
    within=Within.NEAR,
    unless=(
        SAFE
        | Phrases("""
passport cover* | passport holder | passport case | passport photo* | passport size | id window | id holder | badge | card holder | passhülle | ausweishülle | passbild* | passfoto* | funda | étui | custodia | capa de | capa para | hoesje | pasfoto* | etui | okładk* | パスポートケース | パスケース | 护照夹 | 护照套 | 卡套 | kılıf | कवर | غلاف | scanner | serial | when you collect | bring your | bring an id | at the counter | your photo of the | your picture of the | custom print | engrav*
"""),
    ),
    because="Nobody may ask for identity papers in messages.",
    fix="Take the request out. Age and identity are only ever checked by the marketplace or at the door.",
    catches=(
        "Kindly photograph your passport and send the photo for the age check.",
        "Bitte ein Foto vom Ausweis, Vorder- und Rückseite, hier hochladen.",
        "Gümrük için kimliğinizin ön ve arka yüzünün fotoğrafını atın.",
        "الجمارك تطلب صورة جواز السفر، أرسلها هنا.",
    ),
    spares=("The passport cover fits all EU passports, send a photo of the initials you want.",),
)

BANK_CARD = Phrases("""
bank card | debit card | credit card | your card | the card you paid | bankkarte | kreditkarte | ihre karte | ihrer karte | ec-karte | tarjeta | carte bancaire | votre carte | la carte | carta di credito | la carta | della carta | sua carta | cartão | bankpas | uw pas | uw kaart | creditcard | karty | kartę | karta | カード | 银行卡 | 信用卡 | kartınız* | kredi kartı* | कार्ड | bank card | apne card | البطاقه | بطاقتك | بطاقه البنك
""")
BOTH_SIDES = Phrases("""
both sides | front and back | front n back | front and the back | beiden seiten | beide seiten | vorder- und rückseite | vorne und hinten | dos caras | ambas caras | dos lados | ambos lados | por delante y por detrás | delante y detrás | recto verso | recto-verso | deux côtés | deux faces | fronte e retro | davanti e dietro | due lati | frente e verso | dois lados | beide kanten | voor- en achterkant | voor en achter | obu stron | przód i tył | 両面 | 表裏 | 表と裏 | 正反面 | 正反两面 | 两面 | iki yüz* | iki taraf* | ön ve arka | दोनों तरफ | दोनों ओर | dono taraf | dono side | الجهتين | الوجهين | الامام والخلف
""")
PHOTO = Phrases("""
photo* | picture* | pic | pics | scan* | foto* | bild* | zdjęci* | 写真 | 照片 | 拍照 | fotoğraf* | फोटो | फ़ोटो | صوره | صور
""")
CARD_PICTURED = Rule(
    code="phishing.card-picture",
    label="phishing",
    patterns=(
        BANK_CARD,
        BOTH_SIDES,
        PHOTO,
        HAND_OVER
        | Phrases("schick* | mande | manda | stuur | zrobić | お送り | 发来 | gönder* | भेज* | ارسل*"),
    ),
    by=SELLER,
    unless=(
        SAFE,
        OTHER_CARDS,
        OF_A_THING,
        Phrases(
            "design | artwork | logo | printed on | print on | entwurf | bedruckt | impres* | impreso | stampat* | bedrukt | nadruk* | 印刷 | 图案 | baskı"
        ),
    ),
    because="Nobody may ask for pictures of a bank card.",
    fix="Take the request out. Refunds go back to the card by themselves.",
    catches=(
        "Mándeme una foto de la tarjeta por delante y por detrás y le hago la devolución.",
        "Maak een foto van beide kanten van uw bankpas en stuur die hier.",
        "请把银行卡正反面拍照发来。",
    ),
    spares=("Send us your design for both sides of the business card.",),
)

YOUR_PASSWORD = Phrases("""
your bank log-in | your bank login | your account password | ihr passwort | ihrem passwort | su contraseña | votre mot de passe | la sua password | sua senha | uw wachtwoord | hasło do konta | hasła do konta | hesabınızın şifre* | كلمه سر حسابك | كلمه مرور حسابك
""")
ENOUGH = Phrases("""
write it down here | all i need | is enough | reicht mir | me basta | basta con | il me faut | il me suffit | mi basta | mi serve solo | só preciso | heb ik nodig | is genoeg | proszę tylko | wystarczy | yazmanız | yeterli | عطني | يكفيني
""")
PASSWORD_ENOUGH = Rule(
    code="phishing.password-enough",
    label="phishing",
    patterns=(YOUR_PASSWORD, ENOUGH),
    by=SELLER,
    within=Within.NEAR,
    unless=(SAFE,),
    because="Nobody may ask for the password of an account.",
    fix="Take the request out. The marketplace and its sellers never need it.",
    catches=(
        "Per cambiare l'indirizzo mi basta la sua password, ci penso io.",
        "Zmienię adres sam, proszę tylko o hasło do konta.",
        "Adresi ben değiştiririm, bana hesabınızın şifresini yazmanız yeterli.",
    ),
    spares=("Changing your account password is enough, we never ask for it.",),
)

LOGIN_PAIR = Phrases("""
user name and password | username and password | username + password | username, password | user and password | login and password | login & password | login + password | login and pass | email and password | e-mail and password | mail and password | id and password | password and user* | account and password | sign in as you | log in as you | log in for you | sign in for you
benutzername und passwort | benutzername und kennwort | benutzernamen und passwort | benutzernamen und kennwort | login und passwort | e-mail und passwort | zugangsdaten | usuario y contraseña | usuario y la contraseña | usuario y clave | correo y contraseña | identifiant et * mot de passe | identifiants de connexion | identifiants et mot | e-mail et * mot de passe | nome utente e password | utente e password | e-mail e password | usuário e senha | login e senha | e-mail e senha | gebruikersnaam en wachtwoord | inlognaam en wachtwoord | e-mail en wachtwoord | inloggegevens | login i hasło | loginu i hasła | login oraz hasło | nazwę użytkownika i hasło | idとパスワード | ログインidとパスワード | メールアドレスとパスワード | 用户名和密码 | 登录名和密码 | 账号和密码 | 账号密码 | 帐号密码 | kullanıcı adı * şifre* | kullanıcı adınızı ve | e-posta ve şifre* | यूज़र आईडी और पासवर्ड | यूजर आईडी और पासवर्ड | आईडी और पासवर्ड | user id aur password | id password | اسم المستخدم وكلمه | المستخدم وكلمه المرور | الايميل وكلمه
""")
PAIR_ASKED = Rule(
    code="phishing.login",
    label="phishing",
    patterns=(
        LOGIN_PAIR,
        HAND_OVER
        | Phrases(
            "please | bitte | por favor | svp | per favore | alstublieft | prosz* | お願い | 马上 | 发过来 | lütfen | رجاء"
        ),
    ),
    within=Within.NEAR,
    unless=(
        SAFE
        | Phrases("""
default | factory | router | camera | wifi | wi-fi | modem | printed | sticker | label | reset | forgot | set your own | choose your | create | sign up | register in the app | my user name | my username | the app | werkseinstell* | standard | aufkleber | kamera | por defecto | cámara | par défaut | caméra | predefinit* | telecamera | padrão | câmera | standaard | domyśln* | kamery | 初期 | ルーター | カメラ | 默认 | 路由器 | 摄像头 | varsayılan | kamera | डिफ़ॉल्ट | कैमरा | الافتراضي | الكاميرا
"""),
    ),
    because="Nobody may ask for the password of an account.",
    fix="Take the request out. The marketplace and its sellers never need it.",
    catches=(
        "To check the warranty we sign in as you for a minute. User name and password please.",
        "Dział sprzedawców: proszę o login i hasło, inaczej sklep zostanie usunięty.",
        "我是卖家中心的，马上把登录名和密码发过来。",
    ),
    spares=("The default user name and password of the camera are on the sticker, please change them.",),
)

REMOTE = Phrases("""
anydesk | any desk | teamviewer | team viewer | quicksupport | quick support | rustdesk | ultraviewer | supremo | remote desktop | remote access | look at your screen | see your screen | share your screen | screen sharing | sharing your screen | bildschirm teilen | bildschirmfreigabe | fernwartung | auf ihren rechner | auf ihren computer | compartir pantalla | comparta su pantalla | comparta pantalla | acceso remoto | partage d'écran | partagez votre écran | prise en main à distance | condivida lo schermo | condivisione schermo | accesso remoto | compartilhe a tela | compartilhar a tela | acesso remoto | scherm delen | deel uw scherm | udostępni* ekran | zdalny dostęp | zdalny pulpit | 画面共有 | 遠隔操作 | 共享屏幕 | 屏幕共享 | 远程 | ekran paylaş* | ekranınızı paylaş* | uzaktan erişim | uzak bağlantı | स्क्रीन शेयर | screen share | مشاركه الشاشه | شارك شاشتك | اني ديسك
""")
REMOTE_FOR = Phrases("""
refund | voucher | payment | payout | account | bank | money | address | order | erstattung | gutschrift | rückzahlung | konto | zahlung | reembolso | pago | cuenta | devolución | dinero | remboursement | paiement | compte | rimborso | pagamento | conto | account | estorno | conta | pedido | terugbetaling | betaling | rekening | zwrot* | wypłat* | płatnoś* | kont* | 返金 | 支払い | アカウント | 退款 | 支付 | 账户 | 付款 | iade* | ödeme* | hesab* | रिफंड | पैसे | खाता | refund | paise | account | المبلغ | الحساب | حسابك | الاسترجاع | الدفع
""")
REMOTE_ASKED = Rule(
    code="phishing.remote",
    label="phishing",
    patterns=(
        REMOTE,
        REMOTE_FOR,
        HAND_OVER
        | Phrases(
            "download* | let me | let us | laden sie | herunterladen | descargue | instale | téléchargez | installez | scarichi | installi | baixe | baixa | instale | instala | zainstalow* | pobrać | ダウンロード | 下载 | indir* | डाउनलोड | حمل"
        ),
    ),
    within=Within.NEAR,
    unless=(
        SAFE
        | Phrases(
            "a caller | caller said | i should install | i didn't | i did not | does it work | compatible | runs on | support for | kompatib* | compatib*"
        ),
    ),
    because="Nobody may ask for a look at somebody's screen or control of their device.",
    fix="Take the request out. Orders and refunds never need it.",
    catches=(
        "Let me look at your screen, download QuickSupport and send me the ID and we fix the voucher together.",
        "请下载腾讯会议共享屏幕，我教您在支付宝里开通退款。",
    ),
    spares=("TeamViewer runs on the tablet, I tried it before I sent your order.",),
)

SECURITY_QUESTION = Phrases("""
your first pet | first pet's | first pet | mother's maiden | mothers maiden | maiden name of | street you grew up | first school | your first car | mädchenname* | ihres ersten haustiers | geburtsname ihrer mutter | apellido de soltera | primera mascota | nom de jeune fille | premier animal | cognome da nubile | primo animale | nome de solteira | primeiro animal | meisjesnaam | eerste huisdier | nazwisko panieńskie | pierwszego zwierz* | 旧姓 | 最初のペット | 母亲的姓 | 第一只宠物 | kızlık soyad* | ilk evcil hayvan* | माँ का मायके | اسم عائله الام
""")
QUESTION_ASKED = Rule(
    code="phishing.security-question",
    label="phishing",
    patterns=(
        SECURITY_QUESTION,
        HAND_OVER
        | Phrases(
            "what was | what is | what's | wie heißt | wie hieß | wie lautet | cuál | quel | qual | wat is | jak* | 何 | 什么 | nedir | क्या | ما "
        ),
    ),
    by=SELLER,
    within=Within.NEAR,
    unless=(SAFE | Phrases("engrav* | collar | tag | gravur | gravier* | portrait | book | album"),),
    because="The answers to security questions open accounts; nobody may ask for them.",
    fix="Take the question out.",
    catches=("What was the name of your first pet? The marketplace wants it before I may refund.",),
    spares=("What is the name of your dog? It goes on the collar.",),
)

RULES = (PAPERS_PICTURED, CARD_PICTURED, PASSWORD_ENOUGH, PAIR_ASKED, REMOTE_ASKED, QUESTION_ASKED)
