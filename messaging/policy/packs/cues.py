"""Words that tell what kind of datum stands beside them."""

from messaging.policy.phrases import Phrases

# A number after one of these reaches somebody.
PHONE = Phrases("""
call* | phone* | ring me | ring us | just ring | dial | telephone | tel | cell | cellphone | mobile | cellular
text me | txt me | txt | text only | sms* | texting | whatsapp* | whats app | wapp | viber | hotline | helpline | fax
number to try | my number | his number | her number | our number | the number is | number below | service line
claims desk | reach me | reach us | reach him | reach her | get hold of | give me a shout | give me a bell | gimme a shout
bell me | hit me up | ask for | speak to | speak with | talk to | easier to talk | decode | our line | direct line
landline | pick up the phone | on the phone | by phone | voice call | video call | facetime | imessage | reachable | ring him
contact number | contact no | ph no | mob | mob no | dispatch line | emergency contact
anruf* | anzurufen | ruf mich | rufen sie | ruft | ruf | telefon* | handy* | durchwahl | erreichbar | erreichen sie | meldet euch unter
melden sie sich unter | unter der nummer | meine nummer | festnetz | mobil | mobilnummer | rückruf
llame* | llama* | llamar* | llámame | teléfono* | móvil* | celular | marque | marcar | wasap* | guasap* | mi número | al número
appele* | appelez | rappele* | téléphon* | portable | composez | joindre | joignable | mon numéro | au numéro | coup de fil | par sms
mi trova al | mi trovi al | chiam* | telefon* | cellulare | cell | squillo | mio numero | al numero | recapito
liga* | ligue | telefon* | celular | telemóvel | zap | zapzap | chama* | whats | meu número | no número | contato | ligação
bel | bellen | belt | telefoon* | mobiel | mijn nummer | sms'en | appen | app me | nummer van
zadzwon* | dzwon* | telefon* | komórk* | kontakt* | mój numer | numer do | oddzwon* | sms-a
ara | arayın | arayabilir* | ararsan* | aray* | telefon* | cep | numaram | numarası | numara
電話* | 携帯 | でんわ | ご連絡 | 連絡先 | お電話 | 担当の
电话 | 手机 | 致电 | 打给 | 来电 | 拨打 | 号码是 | 座机 | 联系
اتصل* | يتصل | اتصلوا | كلمن* | كلموا | رقمي | رقم الجوال | جوال | جوالي | واتس* | هاتف | موبايل | تلفون | دق علي* | رن علي | على الرقم
फोन | फ़ोन | कॉल | मोबाइल | मेरा नंबर | नंबर पर | उनका नंबर | व्हाट्सएप | बात कर | phone karo | call karo | call kar | baat kar* | mera number | fone | phon
☎ | 📞 | 📱 | 📲
""")

# Somebody on the way to a door, or a moment at which a number would be handed over.
PHONE_HINT = Phrases("""
driver* | courier* | deliver* | neighbour* | neighbor* | reception* | concierge | doorman | gate | contact* | in case
unclear | urgent* | visit | book | appointment | showroom | technician | engineer | repair* | workshop | under | reach*
fahrer* | bote | zusteller | klingel* | falls | hausmeister | nachbar* | werkstatt | pförtner | dringend
repartidor* | portero | mensajero | vecin* | conserje | livreur* | gardien* | voisin* | concierge | urgence
corriere | portinai* | vicin* | citofon* | fattorino | portaria | porteiro | zelador | entregador | vizinh* | motoboy | caixilho
bezorger* | koerier | buren | conciërge | kurier* | sąsiad* | portier* | domofon* | kurye* | güvenlik* | komşu* | kapıcı
配達 | ドライバー | 管理人 | 快递员 | 门卫 | 邻居 | 师傅 | المندوب | السائق | الحارس | البواب | جاري
गार्ड | गेट | डिलीवरी | पड़ोसी | बोल देना | guard | padosi | delivery wala
""")

# A number after one of these is a thing's name, not a person's.
THING = Phrases("""
part | parts | p/n | s/n | sn | serial* | seriennummer | model* | mod | ref | reference | réf* | référence | order | orders | tracking
tracking number | track | barcode | isbn | ismn | issn | ean | upc | gtin | asin | sku | imei | meid | mac | lot | batch | charge | code | codes
version | firmware | build | invoice | rechnung | rechnungsnummer | factura | facture | fattura | faktur* | nota fiscal | vat | tax | eori | gstin
production | edition | article | artikel* | art | item no | ticket | case no | claim no | repair no | pattern | row | sensor | paint | typ
hs code | customs | nip | regon | p.iva | partita iva | pzn | udi | patent | standard | flight | train | postcode | zip | plz | pincode
bestellnummer | bestellung | sendung* | paket* | charge | teilenummer | e-nr | z-nr | fd | pnc | wkn | kennzeichen | iccid | vin
pedido | seguimiento | envío | número de serie | lote | pieza | commande | colis | suivi | numéro de série | pièce | gravé* | gravad*
ordine | spedizione | lettera di vettura | seriale | lotto | ricambio | codice | encomenda | rastreio | rastreamento | série | peça | nfe
bestelling | zending | artikelnummer | onderdeel | serienummer | bon | zamówieni* | przesyłk* | numer seryjny | paragon* | część
sipariş* | takip | seri | parça | fatura* | stok | kargo | barkod
注文* | お問い合わせ番号 | 伝票 | 追跡 | 型番 | 品番 | 製造番号 | シリアル | jan | 订单* | 单号 | 型号 | 批号 | 批次 | 序列号 | 印的是 | 货号 | 快递单
طلب | الطلب | رقم الطلب | التتبع | الشحنة | موديل | القطعة | السيريال | الرقم التسلسلي | المحرك | باركود
ऑर्डर | ट्रैकिंग | मॉडल | सीरियल | बिल नं | sr no | model no | order no
""")

REVERSED = Phrases("""
backward* | revers* | from behind | right to left | from the end | flip it | mirror* | read it back
rückwärts | von hinten | al revés | de atrás | à l'envers | al contrario | rovescio | ao contrário | de trás
achterstevoren | omgekeerd | od tyłu | wspak | tersten | geriye | 逆 | 反过来 | 倒着 | بالعكس | معكوس | उल्टा | ulta
""")

# A datum given for these purposes is order data: no wish to leave.
ORDER_DATA = Phrases("""
driver* | courier* | delivery note | deliver to | delivery man | postman | neighbour* | neighbor* | reception | doorbell | doorman
invoice | bookkeep* | receipt | account address | download link | customs | broker* | their service | maker* | manufacturer*
hotline | freight partner | claims desk | carrier* | gate | in case anything | on the label | the label
fahrer* | zusteller* | bote | klingel* | nachbar* | rechnung* | buchhaltung | hersteller* | spediteur* | hausmeister
repartidor* | mensajero | portero | vecin* | factura* | fabricante | transportista | conserje | contabilidad
livreur* | digicode | gardien* | voisin* | facture* | fabricant | transporteur | comptab*
corriere | consegnate | portinai* | fattura* | produttore | vicin* | citofono | fattorino
portaria | porteiro | entregador* | entregar | deixar | fatura | nota fiscal | fabricante | vizinh* | transportadora | estafeta
bezorger* | koerier* | buren | factuur* | fabrikant | pakket* | kurier* | sąsiad* | faktur* | producent* | portier* | doręczyciel*
kurye* | güvenliğ* | komşu* | fatura* | üretici* | kargo* | kapıcı*
配達* | ドライバー | 管理人 | 領収書 | 請求書 | メーカー | 宅配* | 发票 | 抬头 | 快递员 | 厂家 | 门卫 | 送货
المندوب | السائق | الحارس | فاتورة | الفاتورة | الشركة المصنعة | البواب | التوصيل
गार्ड | डिलीवरी वाला | कूरियर | बिल पर | बिल में | इनवॉइस | guard | delivery boy | invoice
""")

SIGN_OFF = Phrases("""
regards | cheers | sincerely | faithfully | best wishes | kind wishes | yours | thanks again | many thanks | greetings from
mit freundlichen | viele grüße | besten dank | liebe grüße | mfg | hochachtungsvoll | beste grüße
saludos | atentamente | un saludo | gracias | cordialement | bien à vous | salutations | cordiali | saluti | distinti
atenciosamente | cumprimentos | abraços | obrigad* | met vriendelijke | groeten | hartelijke | groetjes
z poważaniem | pozdrawiam | pozdrowienia | saygılar* | teşekkür* | iyi günler | 敬具 | よろしくお願い | 此致 | 谢谢 | 顺祝
مع التحية | تحياتي | شكرا | وتقبلوا | सादर | धन्यवाद | dhanyavad | dhanyawad
""")

INVITE = Phrases("""
call me | call us | ring me | ring us | just ring | phone me | text me | txt me | text us | gimme a shout | give me a shout | reach me | reach us | get me | find me | find us | add me | add us | contact me | contact us | contact our | hit me up | mail me | mail us | mail the | mail your | write to | write me | write us | write there | drop a line | send the * to | send me * to | pls write | my telegram | my insta | my number is my | look me up | talk there | dial | use signal | search for | join our | message me | dm me | dm us | ask there | be asked directly | speak to somebody | easier to talk | we can sort | i'd rather
we can do the deal | outside | without fees | price without | buy direct | bulk order | off the platform | video call | walk you through | better price | cheaper | discount | got questions | have a question
rufen sie mich | ruf mich | rufen sie uns | schreiben sie mir | schreib mir | melden sie sich | heiße ich | mailen sie | llámeme | llámame | escríbame | escríbanos | llámenos | appelez-moi | appelez moi | composez | écrivez-moi | répondez là | mi chiami | chiamami | mi scriva | ci cerchi | mi scrive | me liga | me chama | chama no | escreva | entra no | bel me | bel mij | app me | mail de | mail me | stuur me
proszę dzwonić | prosze dzwonic | proszę o kontakt | proszę słać | zadzwoń | napisz do | proszę pisać | beni arayın | ararsanız | dm atın | yollayın | bana yazın | お電話ください | までお送り | までご連絡 | まで一度 | ラインで | lineで | 加我 | 来个电话 | 打给我 | 发到 | 加一下 | كلمني | راسلني | راسلنا | اتصلوا عليه | اتصل علي | أرسل صور | मुझे कॉल | बात कर लीजिए | call karo | baat kar lijiye | search karo
""")

# Somebody to write to, in a message nobody asked for.
WRITE_TO = Phrases("""
write to | write us | write me | message us | message me | dm us | dm me | contact us | add us | add me | add line | join our line | chat with | ask us there | talk there | order there | id is | call | schreiben sie | kontakt* | escríbanos | escríbame | contáct* | écrivez | contactez | ci scriva | scrivici | contatt* | escreva | chama | schrijf | stuur | napisz* | pisz* | dm atın | yazın | lineで | 加我 | 加微信 | 私信 | راسل* | تواصل* | मैसेज कर* | message kar*
""")
