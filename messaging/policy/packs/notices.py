"""False notices with a link: a parcel that waits for a fee, an account in trouble, money to be claimed."""

from messaging.policy.packs.fraud import SAFE
from messaging.policy.phrases import Phrases
from messaging.policy.rules import Rule, Within

PARCEL = Phrases("""
parcel | package | delivery | redelivery | shipment | courier | customs | postage | paket | päckchen | sendung | zustellung | lieferung | zoll | paquete | envío | entrega | aduana* | correos | colis | livraison | douane* | pacco | spedizione | consegna | dogana | giacenza | encomenda | pacote | entrega | alfândega | taxad* | pakket* | zending | bezorging | paczk* | przesyłk* | cło | お荷物 | 荷物 | 配達 | 配送 | 再配達 | 関税 | 包裹 | 快递 | 海关 | 派送 | kargo* | paket* | gümrük* | gönderiniz | पार्सल | पैकेज | डिलीवरी | parcel | शिपमेंट | شحنت* | شحنه | طرد* | الطرد | التوصيل | الجمارك
""")
FEE = Phrases("""
unpaid fee | a fee of | fee of | the fee | small fee | fees of | duty of | unpaid duty | outstanding | settle * | pay $ | pay £ | pay € | pay #* | pay * to release | pay * to receive | extra postage | shipping cost* due | gebühr* | zahlen sie | bezahlen sie | begleichen | entrichten | nachzahl* | tasa* | abone | pague | pagar | tarifa | réglez | payez | régler | frais | paghi | pagare | versi | svincol* | pague | pagar | taxa | taxad* | betaal | betalen | verzendkosten | nabetal* | bijbetal* | dopłat* | opłat* | zapłać | opłać | dopłać | uiścić | 手数料 | お支払い | 料金 | 支付 | 缴 | 运费 | 手续费 | 补交 | ödeyin | öde | ücret* | ödeme* | शुल्क | भुगतान | भरें | bharein | bhariye | fee | pay kar* | ادفع | دفع | رسوم | سدد
""")
STOPPED = Phrases("""
stopped | held | on hold | waiting | waits for | is stuck | stuck at | could not be delivered | couldn't be delivered | delivery failed | failed because | undeliver* | returned | goes back | be sent back | unpaid | outstanding | redeliver* | before midnight | to release | within # | angehalten | liegt beim | zurückgehalten | nicht zugestellt | zurück an | geht es zurück | geht zurück | sonst | retenid* | detenid* | no pudo | no se pudo | devuelt* | pendiente | nueva entrega | bloqué* | retenu* | en attente | n'a pas pu | renvoyé* | retourné* | impossible | ferm* in | fermo | bloccat* | in giacenza | trattenut* | non è stato possibile | rimandat* | retid* | parad* | taxad* | aguardando | devolvid* | não foi possível | liberar | wacht op | vastgehouden | tegengehouden | niet bezorgd | niet worden bezorgd | teruggestuurd | wstrzyman* | zatrzyman* | nie mogła | nie mogliśmy | wróci do | wraca do | inaczej | 止まって | 保留 | 失敗 | 持ち戻り | 返送 | 配達できません | 被扣 | 扣留 | 滞留 | 退回 | 无法投递 | 无法派送 | 派送失败 | bekletil* | bekliyor | durduruldu | teslim edilemedi | iade edilecek | रुका | रोका | अटका | वापस | ruka hua | atka | wapas | متوقفه | موقوفه | محتجز* | معلق* | متعثر* | تعذر | لم يتم
""")
# What shops and carriers rightly say of links and fees.
HONEST = SAFE | Phrases("""
already paid | no fee | no fees | nothing to pay | included in the price | we have paid | free of charge | track it | track your parcel | tracking page | follow your parcel | follow it at | manual | instructions | spare part* | is this from you | is this you | is that from you | is it from you | is it real | is this real | real or | got a mail | got an sms | got a text | got this | received a text | received this | i did not click | didn't click | kommt das von ihnen | ist das von ihnen | ist das echt | es de ustedes | esto es suyo | ça vient de vous | c'est vous | viene da voi | siete voi | é de vocês | são vocês | is dit van u | is dat van u | czy to od państwa | czy to pan* | 本物ですか | 御社からですか | 是你们发的吗 | 真的吗 | sizden mi | आपने भेजा | aapne bheja | هل هذا منكم
""")

FEE_BEHIND_LINK = Rule(
    code="phishing.fee-link",
    label="phishing",
    patterns=(PARCEL, FEE, STOPPED),
    within=Within.MESSAGE,
    unless=(HONEST,),
    needs=frozenset({"link.external"}),
    because="A fee for a parcel behind a link is how cards are stolen.",
    fix="Leave the link out. Fees for a delivery are only handled on the marketplace or at the door.",
    catches=(
        "Delivery failed because of an unpaid fee of 2.49. Settle it at parcel-redelivery-desk.com before midnight.",
        "Ihr Paket liegt beim Zoll. Zahlen Sie 1,89 € unter zoll-abwicklung24.com, sonst geht es zurück.",
        "Su paquete no pudo entregarse. Abone 1,79 € en correo-entregas.top para la nueva entrega.",
        "Paczka wstrzymana, dopłata 1,20 zł: doplata-kurier24.com",
        "お荷物の配達に失敗しました。手数料280円を https://haitatsu-sai.top でお支払いください。",
        "شحنتك متوقفة، ادفع 9 ريال عبر http://shipping-fee-sa.top",
    ),
    spares=("Your parcel is on its way, track it at parcelwing.com/track, there is no fee.",),
)

TROUBLE = Phrases("""
payment method has expired | payment method expired | payment method was declined | card has expired | card expired | card was declined | payment failed | payment was declined | payment could not | logged in to your account | logged into your account | signed in to your account | sign-in from | login from | new device | if this wasn't you | if it wasn't you | wasn't you | account ~ locked | account ~ restricted | account ~ suspended | account ~ limited | account ~ closed | account ~ deactivated | account ~ deleted | account ~ blocked | profile ~ deleted | breaks rule | violates our | violation of | policy violation | was reported | has been reported | has been flagged | has been removed | will be removed | will be deleted | we owe you | refund is waiting | refund waiting | pending refund | unclaimed refund | refund could not | refund was returned | you are entitled | waiting for your confirmation | accept the money | accept the payment | receive the money | receive the payment | receive your payment | customer you receive | you receive an iphone | lucky customer | congratulations! | insurance
zahlungsmittel ~ abgelaufen | zahlungsart ~ abgelaufen | karte ~ abgelaufen | zahlung ~ abgelehnt | zahlung ~ fehlgeschlagen | konto ~ eingeschränkt | konto ~ gesperrt | konto ~ deaktiviert | konto ~ gelöscht | kundenkonto ~ eingeschränkt | anmeldung aus | neues gerät | waren sie das nicht | rückerstattung wartet | erstattung wartet | guthaben wartet | herzlichen glückwunsch | pago ~ rechazad* | tarjeta ~ caducad* | cuenta ~ suspendid* | cuenta ~ limitad* | cuenta ~ bloquead* | cuenta ~ desactivad* | inicio de sesión desde | si no fue usted | reembolso pendiente | tiene un reembolso | felicidades | compte ~ désactivé | compte ~ suspendu | compte ~ bloqué | compte ~ limité | paiement ~ refusé | carte ~ expiré* | connexion depuis | si ce n'était pas vous | si ce n'est pas vous | remboursement de * en attente | remboursement en attente | remboursement ~ attente | félicitations | account ~ sospeso | account ~ bloccato | account ~ disattivato | account ~ limitato | conto ~ bloccato | pagamento ~ rifiutato | carta ~ scaduta | accesso da | se non è stato lei | rimborso in attesa | ha diritto a un rimborso | congratulazioni | conta ~ suspensa | conta ~ bloqueada | conta ~ desativada | conta ~ limitada | pagamento ~ recusado | cartão ~ recusado | cartão ~ vencido | acesso de | se não foi você | reembolso pendente | reembolso disponível | parabéns
account ~ geblokkeerd | account ~ opgeschort | account ~ beperkt | account ~ gesloten | betaling ~ geweigerd | betaling ~ mislukt | betaalmethode ~ verlopen | ingelogd vanuit | was u dit niet | terugbetaling staat klaar | gefeliciteerd | konto ~ zablokowan* | konto ~ zawieszon* | konto ~ ograniczon* | konto ~ usunięt* | płatność ~ odrzucon* | karta ~ wygasł* | logowanie z | jeśli to nie | zwrot czeka | gratulacje | アカウント ~ 停止 | アカウント ~ 制限 | アカウント ~ ロック | アカウント ~ 凍結 | お支払い方法 ~ 無効 | お支払い ~ 失敗 | カード ~ 期限切れ | 決済 ~ エラー | 不審な | 心当たりがない | 返金があります | おめでとうございます | 账户 ~ 冻结 | 账号 ~ 冻结 | 账户 ~ 异常 | 账号 ~ 异常 | 账户 ~ 限制 | 账号 ~ 封 | 支付失败 | 付款失败 | 银行卡 ~ 过期 | 异地登录 | 异常登录 | 非本人 | 退款待领取 | 退款待 | 恭喜 | 地址问题 | 信息有误 | 地址有误 | hesab* ~ askıya | hesab* ~ kapat* | hesab* ~ kısıtla* | hesab* ~ kilit* | ödeme* ~ reddedil* | ödeme* ~ başarısız | kart* ~ süresi dol* | giriş yapıldı | siz değilseniz | iadeniz bekl* | tebrikler | खाता ~ बंद | खाता ~ ब्लॉक | खाता ~ निलंबित | भुगतान ~ असफल | भुगतान ~ विफल | अगर आप नहीं | रिफंड बाकी | रिफंड लंबित | बधाई | account ~ band | account ~ block | payment fail | badhai | حساب* ~ موقوف | حساب* ~ معلق | حساب* ~ محظور | حساب* ~ سيغلق | الدفع ~ مرفوض | فشل الدفع | بطاقتك ~ منتهيه | تسجيل دخول من | اذا لم تكن انت | مبلغ مسترد | مبروك | تهانينا
""")
ACT = Phrases("""
confirm | verify | renew | update | enter | log in | login | sign in | stop it | appeal | claim | collect | accept | unlock | restore | reactivate | fill in | click | tap | go to | here: | here first | here to | secure it | secure your | at http* | use this link | follow the link
bestätigen | aktualisieren | erneuern | melden sie sich | anmelden | einloggen | freischalten | geben sie | klicken | hier: | unter http* | verifique | actualice | renueve | confirme | inicie sesión | introduzca | reclame | haga clic | pulse | aquí | connectez-vous | confirmez | vérifiez | mettez à jour | saisissez | cliquez | ici | renseignez | acceda | confermi | verifichi | aggiorni | inserisca | clicchi | qui | riscatti | acesse | confirme | verifique | atualize | clique | aqui | resgate | informe | bevestig | verifieer | vernieuw | log in | inloggen | vul | klik | hier | zaloguj | potwierdź | zweryfikuj | zaktualizuj | kliknij | proszę kliknąć | proszę się zalogować | odbierz | tutaj | ログイン | 確認 | 更新 | 入力 | クリック | こちら | お手続き | 登录 | 验证 | 更新 | 填写 | 点击 | 点 | 领取 | 申诉 | giriş yap* | doğrula* | güncelle* | girin | tıkla* | onayla* | alın | लॉगिन | सत्यापित | अपडेट | क्लिक | भरें | यहाँ | login kar* | click kar* | update kar* | yahan | سجل الدخول | اكد | حدث | اضغط | ادخل | عبر | استلم
""")
TROUBLE_BEHIND_LINK = Rule(
    code="phishing.notice-link",
    label="phishing",
    patterns=(TROUBLE, ACT),
    within=Within.MESSAGE,
    unless=(
        HONEST
        | Phrases(
            "firmware | app update | driver update | in the app | setup | register your product | extended warranty | warranty card"
        ),
    ),
    needs=frozenset({"link.external"}),
    because="Trouble with an account, or money to be claimed, together with a link, is how passwords and cards are stolen.",
    fix="Leave the link out. Accounts and refunds are only handled on the marketplace.",
    catches=(
        "We owe you 38.20. Enter your card at refunds-center.org/claim and the money is there in ten minutes.",
        "Someone logged in to your account. If this wasn't you, stop it here: http://secure-login-desk.io/stop",
        "Vous avez un remboursement de 54 € en attente, saisissez votre carte sur remboursement-client.net",
        "您的快递因地址问题被退回，请在 http://kuaidi-gengxin.cc 重新填写信息。",
    ),
    spares=(
        "The firmware fix for the login problem is at helmtools.com/x200.",
        "The manual is at helmtools.com/manuals, click on your model.",
    ),
)

RULES = (FEE_BEHIND_LINK, TROUBLE_BEHIND_LINK)
