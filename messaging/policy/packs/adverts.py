"""Advertising in messages, by sellers and by buyers with something to sell."""

from messaging.policy.packs.words import REFUSAL
from messaging.policy.phrases import Phrases
from messaging.policy.rules import BUYER, SELLER, Rule, Within

ANSWERED = Phrases("""
already in the price | is included in the price | you saw was | by another seller | same size | same as the old | bereits im preis | schon im preis | im preis enthalten | que vio | ya está en el precio | de otro vendedor | bien été prise | déjà dans le prix | déjà déduit* | già nel prezzo | già applicato | já está no preço | já foi aplicado | al in de prijs | al verwerkt | już doliczon* | już uwzględnion* | już naliczon* | 適用済み | 适用于您 | 已经减 | 和旧款 | 与旧款 | uygulandı | लग चुकी | लग चुका | تم تطبيق | المبلغ المدفوع
unsubscribe | unsubscribed | take you off | taken you off | opt out | opted out | newsletter settings | we don't send | not signed you up | you can switch off | gift receipt | gift note | no longer receive | abbestell* | abgemeldet | désabonn* | disiscri* | wypis*
you asked | as you asked | your question | the coupon on the listing | coupon only | coupon covers | set up on the listing | in the cart | did not apply | your refund | as an apology | apology | we do, | yes, we | price difference | misprint
for # we can | for two we can | for three we can | for five we can | for ten we can | for # pieces | for # pcs | from # pieces | per piece from | has expired | expired | is expired | no longer valid | is valid | was not accepted | not accepted | does not apply | doesn't apply | didn't apply | was a mistake | by mistake | sale ended | sale is over | offer ended | offer is over | promotion ended | promotion is over | you mentioned | you wrote about | to answer your | about your question | to your question | were charged | was charged | charged twice | you paid
ihre frage | auf ihre | wie gefragt | nachgefragt | ist abgelaufen | abgelaufen | nicht angenommen | galt nur | gilt nur | ja, bei | ab # stück | bei # stück | aktion ist vorbei | war ein fehler
su pregunta | tu pregunta | como preguntó | preguntó | caducó | caducado | ya no es válid* | no se aplicó | sí, por | a partir de # | fue un error
votre question | vous l'avez demandé | vous avez demandé | comme demandé | a expiré | expiré | n'est plus valable | ne s'applique pas | oui, pour | à partir de # | c'était une erreur
la sua domanda | come richiesto | ha chiesto | è scaduto | scaduto | non è più valido | sì, per | a partire da # | è stato un errore
sua pergunta | como perguntou | perguntou | expirou | não é mais válido | sim, para | a partir de # | foi um erro
uw vraag | zoals u vroeg | u vroeg | is verlopen | verlopen | niet meer geldig | ja, voor | vanaf # stuks | voor # stuks
pana pytanie | pani pytanie | pytanie o | wygasł* | już nie jest ważn* | przy zakupie # | przy # sztuk* | tak, przy
ご質問の | お問い合わせの | お尋ねの | 期限切れ | 期限が切れ | 個以上で | 您问的 | 您咨询的 | 已过期 | 过期了 | 起每
sorduğunuz | sorunuz* | süresi doldu | süresi dolmuş | adetten itibaren | adet için | आपने पूछा | आपने जो पूछा | पूछा था | खत्म हो चुका | खत्म हो गया | aapne poocha | سالت عنه | سالت عنها | بخصوص سؤالك | عن سؤالك | انتهت صلاحيته | انتهى العرض
""")

# Words of looking, joining or buying, and the goods beside the one at hand.
LOOK = Phrases("""
look | browse | see | check | discover | explore | visit | stock | sell | offer | interest* | schau* | sehen | stöber* | entdeck* | besuch* | führen | biet* | angebot | interessier* | mire | mira | vea | ver | visit* | descubr* | échele | conozca | regard* | voir | jet* | découvr* | consult* | guard* | veda | dia | scopr* | visit* | veja | vejam | confira | conheça | olh* | dê | bekijk | kijk | ontdek | bezoek | zobacz* | obejrz* | zapraszam* | sprawdź* | polec* | zajrz*
ご覧 | 見て | チェック | いかが | どうぞ | おすすめ | ございます | 看看 | 选购 | 看一下 | 逛逛 | 欢迎 | 推荐 | göz at* | bak* | incele* | keşfet* | देख* | देखें | dekh* | الق نظرة | نظره | نظرة | شاهد* | تصفح* | اطلع* | شوف* | زور*
""")
OTHERS = Phrases("""
our other | our remaining | rest of our | rest of the range | our whole range | our full range | other models of ours | our selection | our assortment | matching ~ too | our matching | from the same series | more of our
unsere anderen | unseren anderen | unsere weiteren | unseren weiteren | unser weiteres | unsere übrigen | rest unseres | unser übriges | weitere artikel | andere artikel in unserem | haben wir auch einen | haben wir auch ein | haben wir auch eine | haben wir auch passende
nuestros otros | nuestras otras | nuestros demás | nuestras demás | otros productos | otros artículos | resto de nuestr* | a juego
nos autres | autres modèles | autres produits | autres articles | autres créations | reste de notre | assorti* en boutique | le reste de la
nostri altri | nostre altre | altri nostri | altre nostre | altri prodotti | altri articoli | altri modelli | resto del nostro | in coordinato
nossos outros | nossas outras | outros produtos | outras peças | outros modelos | outros itens | resto da nossa
onze andere | andere artikelen | andere producten | rest van ons | overige artikelen | overige producten
pozostał* produkt* | pozostał* ofert* | inne nasze | nasze inne | innych naszych | naszych innych | naszych pozostałych | nasze pozostałe | inne produkty
他の商品 | ほかの商品 | 他の作品 | 他の色 | お揃い | 当店の商品 | 当店の他 | 其他商品 | 其它商品 | 别的商品 | 其他产品 | 本店还有 | 店里还有 | 配套 | 同系列
diğer ürün* | başka ürün* | diğer model* | दूसरे उत्पाद* | दूसरे सामान | अन्य उत्पाद* | बाकी सामान | और सामान | doosre product* | baaki product* | منتجاتنا الاخرى | منتجاتنا | باقي منتجاتنا | منتجات اخرى | بقية المنتجات | باقي المنتجات
""")

# What a buyer who writes to sell something is, or has to offer.
TRADE = Phrases("""
packaging | gift boxes | product video* | bookkeeper | bookkeeping | home-decor fans | followers | k fans | posts for | verpackung* | embalaje | embalaje* | emballage* | imballagg* | primi risultati | embalagens | anúncios | verpakking* | productvideo* | opakowa* | 包装資材 | 包装 | ambalaj | ürün fotoğraf* | पैकेजिंग | प्रोडक्ट फोटो* | تغليف | نصور المنتجات | photo de produits
freight | forwarding | forwarder | logistics | courier company | courier service | shipping company | shipping agent | fulfilment | fulfillment | warehousing | manufacturer | factory | supplier | wholesaler | distributor | agency | studio | photographer | videographer | translator | copywriter | consultant | accountant | developer | designer | influencer | blogger | marketing service* | product pictures | product photos | product descriptions | product texts | advertising | campaigns | seo | software
spedition | logistik | paketdienst | versanddienst* | hersteller | lieferant | großhändler | agentur | fotograf* | übersetzer* | produktfoto* | produkttext* | produktbild* | werbung | buchhaltung
transporte | logística | transportista | mensajería | fabricante | proveedor* | mayorista | agencia | fotógraf* | fotos de producto | traductor* | publicidad | fábrica | fabrica
transporteur | logistique | transitaire | fabricant | fournisseur | grossiste | agence | photographe | photos de produit* | traduct* | publicité | usine
spedizionier* | corriere | logistica | produttor* | fornitore | grossista | agenzia | fotograf* | traduzion* | pubblicità | fabbrica
transportadora | fornecedor* | atacadista | agência | tradu* | publicidade | transportbedrijf | logistiek | fabrikant | leverancier | groothandel | bureau | fotograaf | productfoto* | vertal* | reclame
spedycyjn* | firma kurierska | firmą kurierską | logisty* | producent* | dostawc* | hurtow* | agencj* | zdjęcia produkt* | tłumacz* | reklam*
物流 | 運送会社 | 発送代行 | 製造 | メーカー | 卸 | 撮影 | 翻訳 | 広告 | 代行 | 货代 | 物流公司 | 专线 | 工厂 | 厂家 | 供货 | 批发 | 代运营 | 摄影 | 翻译 | 推广
kargo firması* | lojistik | nakliye | üretici* | tedarikçi* | toptan | ajans* | fotoğrafçı* | çeviri | reklam | कूरियर कंपनी | लॉजिस्टिक* | ट्रांसपोर्ट | निर्माता | सप्लायर | थोक | एजेंसी | फ़ोटोग्राफ़र | फोटोग्राफर | अनुवाद | विज्ञापन | supplier | شركة شحن | شركه شحن | لوجستي* | مصنع | مورد | بالجملة | جملة | وكالة | مصور | تصوير منتجات | ترجمة | اعلانات | تسويق
""")
PITCH = Phrases("""
i work with | we produce | we print | we sell | i can bring | wir drucken | wir machen | vendemos | hacemos | nous faisons | nous vendons | nous imprimons | aiutiamo | stampiamo | vendiamo | fazemos | vendemos | wij drukken | wij verkopen | robimy | drukujemy | sprzedajemy | です。無料 | お送りしましょうか | 我们做 | çekiyoruz | basıyoruz | satıyoruz | खींचते हैं | बनाते हैं | छापते हैं | نصور | نطبع | نبيع | نصنع
we can | we offer | we are a | we're a | we do | we make | we provide | our service* | our company | our rates | i can | i offer | i do | i run a | i'm a | i am a | we help | i help | we ship | we supply | we store | packages start | at a good rate | best rates
wir sind | wir bieten | ich biete | ich bin | wir können | ich mache | unser unternehmen | somos | ofrecemos | ofrezco | hago | soy | trabajamos | podemos ofrecer | le puedo ofrecer | nous sommes | nous offrons | nous proposons | je propose | je suis | notre agence | notre société | siamo | offriamo | offro | sono un | possiamo | facciamo | trabalhamos | oferecemos | ofereço | sou | temos preço* | temos tarifa* | wij zijn | we zijn | wij bieden | ik ben | ik bied | wij maken | jesteśmy | oferujemy | oferuję | jestem | zajmujemy
弊社 | 当社 | を行っております | しております | ご提案 | ご興味 | 我们是 | 我们公司 | 我们工厂 | 我司 | 我们提供 | 可以给您 | 可提供 | 专业生产 | biz bir | firmayız | sunuyoruz | yapıyoruz | üretiyoruz | हम एक | हम देते | देते हैं | हमारी कंपनी | hum ek | hum dete | نحن | نقدم | شركتنا | لدينا خدم* | نوفر
""")
TO_SELLERS = Phrases("""
small brands | your brand | online shops | online sellers | onlineshops | our catalogue | free sample* | your products in front | tiendas en línea | tiendas online | le mando la lista | boutiques en ligne | premier * gratuit | negozi online | lojas pequenas | lojas online | prova? | resultados? | webshops | voorbeeld sturen | pierwsze za darmo | sklepów internetowych | 無料サンプル | 提高销量 | 感兴趣吗 | ilk çekim ücretsiz | mağazanız | दुकानदार* | पहली फोटो | للمتاجر | الاولى مجانا | اول صورة
your listings | your stock | your shop | your store | your products | your sales | your business | sellers | dear seller | small shops | retailers | shops | more sales | interested? | wholesale price* | supply you | same lamps | my rates | i can send a | let me know your volume | händler* | onlinehändler* | webshops | bedarf? | interesse? | ihren shop | vendedor* | tiendas | su tienda | envíos a | vendeurs | votre boutique | vos ventes | vos envois | intéressé | negozianti | venditor* | vostro negozio | tariffe | lojist* | sua loja | proposta | webwinkel* | verkopers | tarieven | sprzedawc* | sklep* internet* | stawk*
貴店 | 御社 | 出品者 | 送料を安く | ご興味 | 卖家 | 贵店 | 您的店 | 给您供货 | 了解一下 | 价格优惠 | 价格低 | 比市场低 | satıcı* | mağazanız* | ilgilenir misiniz | uygun fiyat* | विक्रेता* | आपकी दुकान | रुचि | सस्ती दर* | sellers ko | للتجار | التجار | لمتجرك | متجرك | هل انت مهتم | اسعارا ممتازة | بافضل الاسعار
""")

PROMOTION = Phrases("""
reduced by | introductory price | next time you shop | postage is on | on the house when | special price | knock # off | knock # euros off | reduced to | price drop | have you seen our | brand-new | you'd like our | goes lovely with
einführungspreis | jetzt reduziert | wieder da: | schnell sein lohnt | jetzt auch passende | ya conoce nuestr* | quedan perfect* con | precio especial | lleve # | llévese | en promotion | vente flash | complétiez | prix spécial | starebbe bene | in promozione | prezzo speciale | leve # e pague | leve dois | leve três | promoção | preço especial | past mooi bij | nu met korting | speciale prijs | ceny niższe | cena specjalna | specjalna cena
特別価格 | 特価 | 一緒に買うと | 合わせ買い | 划算 | 特惠 | 再带一个 | fırsat fiyat* | özel fiyat* | uygun * da var | खास दाम | विशेष दाम | khaas daam | بسعر خاص | سعر خاص | اسعار خاصه
outlet store | factory outlet | outlet price*
on offer this | on offer until | are on offer | you get the fourth free | get the * free | fourth free | third free | why not try | hit of the season | brand-new line | brand new line | and save # | best-seller* | bestseller* | like our page | remember from * pairs | zijn binnen bekijk | für ihren nächsten einkauf | prices you've never seen | ps: our | p.s. our | try our | also try | our tool sets | discover the
tap "follow" | brand page so
we also carry | we also have | we also stock | we also do | we also make | have you seen our | check out | might interest you | may interest you | you could also | pair it with | goes nicely with | goes well with | bring a friend | refer a | live stream | giveaway | give away | competition | win a | subscribe and save | auto-refill | closing down | stock clearance | everything must go | opening day | anniversary sale | as a regular | regular customer* | our regulars | # % cheaper | cheaper this week | this week we | this month only | this month we | ends tonight | ends on sunday | ends sunday | last pieces | few left in | sold out fast | selling fast | limited edition | exclusive offer | exclusive deal | your exclusive | personal discount | a discount of # on | # off your | $# off | €# off | £# off | gift set* | hamper* | starter set for | bundle price | bundle for | add-on | add on for | upgrade for | for a small extra | extended warranty for | care plan
wir haben auch | wir führen auch | schon gesehen | passende* dazu | dazu passend | gewinnspiel | empfehlen sie uns | freunde werben | nur noch # stück | solange vorrat | exklusiv für sie | stammkunde* | también tenemos | le puede interesar | le recomendamos también | concurso | invite a un amigo | cliente habitual | últimas unidades | nous avons aussi | nous proposons aussi | cela pourrait vous | jeu concours | parrain* | derniers jours | dernières pièces | abbiamo anche | potrebbe interessarle | concorso | ultimi pezzi | porti un amico | temos também | também temos | pode lhe interessar | indique um amigo | últimas peças | wij hebben ook | we hebben ook | misschien interessant | laatste stuks | winactie | mamy też | mamy także | może pan* zainteresować | ostatnie sztuki | konkurs
こちらもおすすめ | ほかにも | 他にも | 残りわずか | 本店では | 我们还有 | 店里还有 | 顺便看看 | 新到 | 最后几件 | 转发 | 抽奖 | ayrıca | elimizde de | ilginizi çek* | son ürünler | son fırsat | çekiliş* | arkadaşını getir | हमारे पास भी | और भी | देखिए हमारा | आखिरी मौका | aur bhi | dekho hamara | عندنا ايضا | عندنا كمان | لدينا ايضا | اخر الكميات | لعملائنا | زوروا
our new showroom | new model | by the way, we | we've just brought | also have * in stock | for only # | launch price | off if you buy | gardening range | loyal customer | now with * furniture | join our club | follow us | join our channel | our telegram channel | new catalogue

here is a code | here's a code | code for your next | code for the next | your next purchase | your next order | member of our | become a member | points with each | points for every | collect points | earn points | new flavours | new colours are | are out: | delivery is on us | shipping is on us | order before the weekend | mother's day | father's day | valentine* | christmas is coming | premium care kit | care kit | want me to include | want me to add | shall we add | shall i include | we have matching | also have matching | have a look around | up to # % | # % on all | % on all | on all our | refer a friend | invite a friend | brand page | flash deals | model is out | for you if you buy | off for you if | buy it this week | plus two extra | # % below | everything there is | sample sale | craft fair | we'll be at | our stand | our stall | visit our stand | trade fair | why not complete | gas stoves from | brave ones
für ihren nächsten | nächste bestellung | nächsten einkauf | messe | unser stand | zum muttertag | weihnachtsangebot* | werfen sie einen blick | próxima compra | próximo pedido | hágase socio | en todas las | en todos los | toda la tienda | prochaine commande | prochain achat | sont arrivé* | fête des mères | idée cadeau | sono arrivat* | prossimo acquisto | prossimo ordine | per i clienti affezionati | próxima compra | chegou a | novos modelos | volgende bestelling | volgende aankoop | zijn er weer | następne zakupy | następne zamówienie | 今だけ | 次回使える | 次回のお買い物 | ご優待 | 新发售 | 下次购物 | 下单立减 | 全场 | 八折 | 快来 | 新口味 | bir sonraki alışveriş* | sonraki sipariş* | tüm * indirim | varan | yeni lezzet | अगली खरीद | अगले ऑर्डर पर | पर # % | सभी * पर | नया आया | لطلبك القادم | الطلب القادم | خصم # | خصم على | على جميع | بمناسبة
% off | # % off | percent off | off everything | off all | off your next | off the next | half price | half off | for half | second for half | 2 for 1 | 3 for 2 | two for one | 2-for-1 | bogo | buy # get | buy one get | buy 1 get | b1g1 | buy i get | buyigeti | buyiget* | flash sale | sale on | sale! | our sale | the sale | big sale | sale ends | sale prices | sale now | on sale now | hurry up | hurry! | clearance | summer sale | winter sale | black friday | cyber monday | deal of the | daily deals | lightning deal* | flash deal* | special offer* | launch price | early bird* | pre-order now | introductory
promo code | promo | discount code | coupon code | use code | code at checkout | at checkout for | enter * at checkout | voucher code | with code | gift with purchase | free shipping over | free shipping above | free shipping on orders | free delivery over | while it lasts | while stocks last | limited time | today only | only until | this week only | until sunday | this weekend | last chance | don't miss | won't miss | cheaper for existing | for loyal customers | existing customers
new collection | new arrivals | new range | new model is out | just arrived | has arrived in | have just arrived | just launched | brought out | new catalogue | our catalogue | our catalog | price list | check out our | take a look at our | have a look at our | explore our | discover our | browse our | shop our | visit our store | everything in our store
perfect partner | goes well with | pairs well | complete your | complete the set | would you also like | you may also like | you might also like | because you bought | since you bought | customers who bought | shall i put | shall i book | shall i add | you can buy our | protection plan | insurance for only | extended protection | upgrade to our | why not complete | treat yourself
newsletter | subscribe | mailing list | our letter | letter each month | follow us | give us a follow | follow our | tap follow | "follow" on | like our page | join us on | our community for | our app | get our app | download our app | tag us | hashtag | join the club | silver member | gold member | loyalty points | points for each | early access | keep shopping | previews | stay tuned | be the first | hear first
sign-up bonus | happy birthday from | to celebrate | season's greetings from | we supply | we also sell | we also offer | we also make | ask us for | business customers | wholesale price | b2b | do you need | does your company need | sample sale | grand opening | now open | is open with | new showroom | book a private visit | craft fair | pop-up | lucky draw | wheel of fortune | raffle for followers | unwrap
% auf | # % auf | rabattcode | gutscheincode | rabattaktion | aktionscode | sonderangebot* | angebot der | schlussverkauf | ausverkauf | räumungsverkauf | neue kollektion | neue glasuren | neu eingetroffen | neuheiten | unser sortiment | unsere neuen | unsere neue | newsletter | folgen sie uns | folgt uns | folge uns | folgen sie | abonnieren | schauen sie doch | schauen sie mal | stöbern | versandkostenfrei ab | nur bis | solange der vorrat | nur heute | frühjahrsputz | passend dazu | dazu passt | stammkunden* | treuepunkte | werden sie mitglied | probieren sie auch
% de descuento | # % de | oferta* | rebaja* | cupón | cupon | código de descuento | con el código | 2x1 | 3x2 | segunda unidad | nueva colección | nuevos modelos | lo nuevo | nuestra tienda | nuestro catálogo | todo el surtido | síganos | síguenos | seguidnos | suscrib* | boletín | envío gratis a partir | solo hoy | hasta el domingo | hasta agotar | promoción | sorteamos | no se pierda | descubra | aproveche
% sur | soldes | code promo | avec le code | remise de | bon plan | offre spéciale | nouvelle collection | nouveautés | nouveau modèle | notre catalogue | découvrez | suivez-nous | suivez nous | rejoignez | abonnez | newsletter | infolettre | livraison gratuite dès | offert dès | jusqu'à dimanche | dernière chance | ne manquez pas | profitez | moins # % | vente privée
sconto | sconti | saldi | offerta | le offerte | offerte lampo | nuove offerte | promozion* | codice sconto | con il codice | nuova collezione | novità | nuovi arrivi | nostro catalogo | scopri* | ci segua | seguici | seguiteci | segua | iscriv* | newsletter | spedizione gratuita da | solo oggi | fino a domenica | approfitt* | non perda | la aspettiamo | vi aspettiamo
desconto* de | cupom | cupão | liquidação | oferta* | nova coleção | novidade* | chegaram | acabou de chegar | nossa loja | catálogo | segue a gente | siga-nos | siga a gente | nos siga | sigam | inscrev* | newsletter | frete grátis acima | só hoje | até domingo | não perca
korting op | # % korting | % korting | kortingscode | actie | uitverkoop | aanbiedingen | in de aanbieding | nieuwe collectie | nieuwe stoffen | nieuw binnen | net binnen | ons assortiment | volg ons | abonneer | nieuwsbrief | gratis verzending vanaf | alleen vandaag | t/m zondag | bekijk onze | kijk eens | ontdek | mis het niet | op = op
promocj* | rabat* | # % taniej | zniżk* | wyprzedaż* | kod rabatowy | z kodem | z hasłem | nowa kolekcja | nowości | nowe * już | już w sklepie | nasza oferta | naszą ofertę | nasze nowe | obserwuj* | obserwujcie | zapisz się | newsletter | darmowa dostawa od | tylko dziś | do piątku | do niedzieli | ostatnia szansa | zapraszamy do | polecamy też
セール | タイムセール | 割引クーポン | クーポンコード | 新作 | 新商品 | 新入荷 | 入荷しました | 再入荷 | キャンペーン | お得 | 先行販売 | フォロー | メルマガ | % off | %off | 割引き | 10%引き | 送料無料 | 公式ショップ | 当店の他の | ぜひご覧 | あわせて | 一緒にいかが
促销 | 优惠 | 打折 | 折扣 | 五折 | #折 | 折起 | 半价 | 秒杀 | 满减 | 满 # 减 | 新品 | 上新 | 新款 | 关注我们 | 公众号 | 订阅 | 限时 | 特价 | 清仓 | 买一送一 | 领券 | 优惠码 | 会员 | 开学季 | 双十一 | 手慢无 | 还有更多 | 推荐您
indirim* | kampanya | kupon kodu | indirim kodu | kodu ile | kodunu | yeni sezon | yeni koleksiyon | yeni ürün* | yeni gelen* | yeni model* | mağazamız* | takip edin | bizi takip | abone ol* | bülten | ücretsiz kargo | sadece bugün | kaçırmayın | son gün | # al # öde | göz atın | bekleriz
सेल | ऑफर | ऑफ़र | छूट | डिस्काउंट | कूपन कोड | नया कलेक्शन | नए डिज़ाइन | नए डिजाइन | नया स्टॉक | नया माल | फॉलो | सब्सक्राइब | मुफ़्त डिलीवरी | सिर्फ़ आज | सिर्फ आज | जल्दी करें | हमारी दुकान | naya collection | naya stock | naye design | follow karo | follow kar* | % off | discount
عروض | عرض خاص | تخفيض* | خصومات | كود الخصم | كود خصم | بكود | كوبون | نصف السعر | بنصف | تشكيلة جديدة | تشكيله جديده | وصلنا | جديدنا | متجرنا | تابعونا | تابعنا | تابع* | اشترك* | النشرة | توصيل مجاني | التوصيل مجاني | اليوم فقط | لفترة محدودة | لا تفوت* | اطلب الان | بدات
""")

# In a message nobody asked for, these speak of goods for sale.
NUDGE = Phrases("""
order the | order yours | order before | reserve yours | pre-order | gift box* | gifts | christmas | valentine* | mother's day | father's day | halloween | live show | live stream | never seen | invite a | turns # | celebrate | we carry | have you thought of | and save | shop turns | put together | minus # | # for # | #-pack
jubiläum | günstiger | weihnacht* | ostern | muttertag | valentinstag | geschenkset* | jetzt bestellen | neue kollektion | neuen kollektion | neues sortiment | navidad | reyes | san valentín | día de la madre | cestas | nueva colección | noël | saint-valentin | printemps | nouvelle collection | réservez | natale | san valentino | pasqua | cofanett* | a partire da | nuova collezione | prenot* | natal | dia das mães | dia dos pais | páscoa | garanta | nova coleção | kerst | sinterklaas | valentijn* | moederdag | nieuwe collectie | święt* | świątecz* | zamów | walentyn* | dzień matki | nowa kolekcja
ギフト | ご予約 | 予約 | クリスマス | バレンタイン | 母の日 | お中元 | お歳暮 | 礼盒 | 预订 | 中秋 | 春节 | 七夕 | 前#00名 | bayram* | yılbaşı | sevgililer | anneler günü | sipariş verin | yeni koleksiyon | yeni ürün* | दिवाली | राखी | होली | ईद | नए सेट | ऑर्डर कीजिए | नया कलेक्शन | diwali | rakhi | رمضان | العيد | عيد | وصلت تشكيلة | اطلبوا | نفاد | تشكيلة جديدة
have arrived | take a look | look around | our new | matching | coming in | new in | now with | channel | easter | is here! | are here! | on the list | sign up | membership | perfect gift | coming soon | now available | back in stock | our other | other products | full range | our store | our range | join our | vip | gift idea* | for only | our page | discover | explore | collection | launch* | brand new | limited edition | exclusive* | offer* | deal | deals | special price | save # | save up | sale | discount | coupon | voucher | promo* | treat yourself | shop now | order now | buy now | season | restocked | wishlist | you might like | you'll love | you will love | recommend | bundle | upgrade | accessory | accessories | second one for | goes with | pair* with | subscribe | club | member* | points | follow | from $# | from £# | from €# | from # | still thinking | left in your cart | your cart | looked at | viewed | last pieces | few left | only # left | selling fast | anniversary | festival | open day | workshop on | class | event | tickets | fair | market stall
angebot* | neu bei uns | entdecken | kollektion | rabatt* | aktion* | gutschein* | sonderpreis | exklusiv* | oferta* | descubr* | colección | promo* | catálogo | offre* | découvr* | collection | promo* | catalogue | offert* | scopr* | collezione | promo* | catalogo | oferta* | novidad* | descubr* | coleção | promo* | aanbieding* | ontdek* | collectie | korting | actie | ofert* | odkry* | kolekcj* | promocj* | rabat*
新作 | 発売 | セール | 限定 | お得 | 割引 | ご紹介 | おすすめ | クーポン | 新品 | 上新 | 活动 | 优惠 | 折 | 推荐 | 新款 | 券 | 关注 | indirim* | kampanya* | fırsat* | keşfet* | koleksiyon* | kupon* | ऑफर | ऑफ़र | छूट | कूपन | offer | discount | sale | عرض | عروض | خصم* | تخفيض* | كوبون | تشكيل*
""")

# Some of these are small talk: only with goods or a price beside it.
FOLLOW = Phrases("""
look at what | see what others | more photos | more pictures | behind the scenes | inspiration | tips and | every week | weekly | first on | first to see | see first | recipes | tutorials | giveaway* | community | fans | show your | tag us | share your | stay in touch | keep up with | our page | our profile | our stories | new videos | live every | neue videos | mehr bilder | jede woche | cada semana | más fotos | plus de photos | chaque semaine | ogni settimana | tutte le novità | toda semana | mais fotos | elke week | co tydzień | 毎週 | 最新 | 更新 | 每周 | 直播 | her hafta | हर हफ्ते | كل اسبوع | جديدنا | قناتنا
follow* | subscribe* | join* | channel | newsletter | folgen | folgt | schauen sie | síganos | síguenos | suivez | rejoignez | seguici | segua | siga | segue | volg | obserwuj* | フォロー | 关注 | takip | फॉलो | follow | تابع* | sconti | ofertas | offres | goes out on | inspiration | new patterns | 公众号 | previews | recettes | canale | canal
""")

SELLER_ADVERT = Rule(
    code="marketing.seller",
    broad=True,
    label="marketing",
    patterns=(PROMOTION,),
    by=SELLER,
    denied=(REFUSAL,),
    unless=(
        ANSWERED,
        Phrases("""
was applied | wurde bereits | already applied | abgezogen | été appliqué | fue aplicado | stato applicato | foi aplicado | is toegepast | został naliczony | uygulandı | already deducted | your store credit | noter notre | vinyl | add our whatsapp | 收到货 | 到货后 | your code | return page | replacement | your matching | exchange | refunded | refund | the code from | quantity discount | listed as a variation | on the same page | price stays | same price | error code | code on the | the code | locker code | return code | drop point with the code | código de devolución | codice destinatario | código * recogida | kod odbioru | código postal | código de seguimiento | codice di | barcode | new glass | sale of | not for resale
follow the instructions | follow page | follow the steps | subscription is | registered | recall | 先联系 | signed up for
"""),
    ),
    bars=frozenset({"incentive", "phishing"}),
    because="Advertising, coupons and other goods have no place in messages.",
    fix="Keep to the order or the question; use the marketplace's own promotions.",
    catches=(
        "Use code SAVE10 at checkout for 10% off everything.",
        "Folgen Sie uns auf Instagram für neue Kollektionen!",
        "¡Rebajas! 20 % de descuento en toda la tienda.",
        "Découvrez notre nouvelle collection en boutique.",
        "Seguici per sconti e novità.",
        "Aproveite a promoção, frete grátis acima de 100.",
        "Volg ons en ontdek de nieuwe collectie.",
        "Nowa kolekcja już w sklepie, zapraszamy do oglądania!",
        "新作のセール開催中です。",
        "全场五折，限时优惠。",
        "Yeni sezon indirimleri başladı, mağazamıza bekleriz.",
        "नए डिज़ाइन आ गए, आज ही फॉलो करें।",
        "عروض جديدة في متجرنا، تابعونا.",
    ),
    spares=(
        "I can see it: the coupon on the listing only covers the 6-pack.",
        "If you follow the instructions on page 7 to the letter, the motor will re-learn its end positions.",
        "We're sending a replacement glass today.",
    ),
)

OTHER_GOODS = Rule(
    code="marketing.others",
    label="marketing",
    patterns=(OTHERS, LOOK),
    by=SELLER,
    denied=(REFUSAL,),
    unless=(
        ANSWERED,
        Phrases(
            "replacement | instead of the | exchange | refund* | recall | ersatz | umtausch | reembolso | cambio | remboursement | échange | rimborso | ruilen | zwrot* | 交換 | 换货 | iade | değişim | बदल* | استبدال"
        ),
    ),
    bars=frozenset({"marketing", "incentive", "phishing"}),
    because="Other goods have no place in messages nobody asked them of.",
    fix="Keep to the order or the question.",
    catches=(
        "Your parcel left today. Do have a look at our other bags.",
        "Bekijk ook eens onze andere artikelen.",
        "Diğer ürünlerimize de göz atmayı unutmayın.",
        "ألق نظرة أيضا على منتجاتنا الأخرى.",
    ),
    spares=("You asked: yes, our other kettles can also be seen on this page.",),
)

UNASKED_ADVERT = Rule(
    code="marketing.unasked",
    broad=True,
    label="marketing",
    patterns=(NUDGE,),
    by=SELLER,
    proactive=True,
    denied=(REFUSAL,),
    unless=(ANSWERED,),
    unless_anywhere=(
        Phrases("""
morning collection | evening collection | next collection | collection point | for collection | carrier collection | courier collection | collection time | collection slot | collection by the | refund | recall | safety | replacement | repair | warranty | cancel | delayed | delay | out of stock | same price | no extra cost | upgraded to | at no cost | your invoice | invoice | ersatz | rückruf | erstattung | recambio | devolución | rappel | remboursement | échange | ricambio | rimborso | reembolso | terugbetaling | vervang* | wymian* | zwrot* | 交換 | 返金 | 换货 | 退款 | iade | değişim | रिफंड | बदल* | استبدال | استرجاع | garantie | garantía | garanzia | garantia | gwarancj* | वारंटी | الضمان | 保証 | 保修 | garanti
"""),
    ),
    bars=frozenset({"incentive", "phishing", "solicitation.review"}),
    because="Advertising has no place in messages, least of all in ones nobody asked for.",
    fix="Write only about the order; use the marketplace's own promotions.",
    catches=(
        "The mustard cushion you looked at is back in stock.",
        "Unsere neue Kollektion ist eingetroffen.",
    ),
    spares=(
        "Your order has left our workshop today.",
        "Your bookcase is delayed by eight days, would you like oak instead?",
    ),
)

REWARD_AND_ADVERT = Rule(
    code="marketing.beside-incentive",
    label="marketing",
    patterns=(
        Phrases("""
new collection | just arrived | have just arrived | has arrived | new arrivals | now in our store | already in the shop | 2 for 1 | 3 for 2 | neu eingetroffen | nueva colección | nouvelle collection | nuova collezione | chegaram | nova coleção | nieuwe collectie | nowe * już | już w sklepie | nowa kolekcja | 新作 | 新品上 | 上新 | yeni koleksiyon | yeni sezon | नया कलेक्शन | تشكيلة جديدة | code for your next | % code for
"""),
    ),
    by=SELLER,
    within=Within.MESSAGE,
    needs=frozenset({"incentive"}),
    because="Advertising, coupons and other goods have no place in messages.",
    fix="Keep to the order or the question.",
    catches=("A free mug for your review! Our new collection has just arrived.",),
    spares=("A free mug for your review!",),
)

BUYER_ADVERT = Rule(
    code="marketing.buyer",
    broad=True,
    label="marketing",
    patterns=(
        Phrases("""
my portfolio | see my portfolio | visitors a day | a month for sellers | dollars a month | look for retailers | looking for retailers | looking for distributors | send the catalogue? | send you our catalogue | send you the catalogue | dollars each | listing photos | a+ content | we can bring you | bring you # | backlinks | google ads | facebook ads | i sell | we sell | i make websites | our platform | affiliate | list your products on | join our marketplace | shoutout | shout-out for | dropship* | drop ship* | wholesaler | cheap price for you | our company | introduce our | introducing our | suppliers of | i can offer you | we can offer you | special price for sellers | for sellers like you | grow your | your store's traffic | traffic to your | more traffic | reach more buyers | our software | our tool | our app for | demo of our | free demo | book a demo | i'm a photographer | i am a photographer | can shoot your | shoot your whole | i'm an influencer | i am an influencer | influencer with | k followers | paid posts | paid post | work together | shall we work | i make videos for | i design | i'm a designer | i'm a developer | i can build | i can write your | we can write your | our factory in | factory in | moq | makes these | want a sample? | first page free | of listings into | we offer translation | logistics company | 3pl | customs clearance service* | we ship for sellers | our rates | our price is | price from | loans for sellers | working capital | marketing agency | ads for you | run your ads | packaging supplier | we print | private label | we are a factory | we are factory | we're a factory | factory for | we are a manufacturer | we are manufacturer* | we manufacture | our factory | we're a * company | freight company | freight forwarder | we are a * company | we are supplier | leading supplier | we supply | we offer | we provide | we do product | product photos | product photography | product videos | our agency | my agency | our services | our service includes | we help sellers | we help brands
i help sellers | to page one | first page of | seo | rank your | ranking service | listing optimi* | boost your sales | increase your sales | more sales | sponsored | collaboration | collab | partnership | ambassador | promote your | i run a * show | i run a * channel | i run a * page | spots from | per picture | per photo | per video | per post | our catalog* | our price list | need quote | a quote for this month | free audit | first audit | free trial | free sample of our
translation service | we translate | i can translate | fulfilment service | fulfillment service | warehouse in | ddp | dear store owner | dear shop owner | dear seller, we | hello sir/madam, we | business proposal | cooperate | cooperation | long term cooperation | very good price | best price for you | wholesale offer | bulk offer of | virtual assistant | web design | website design | accounting service* | insurance for sellers
wir sind hersteller | wir bieten | unsere agentur | unsere dienst* | produktfotos | suchmaschinen* | kooperation | zusammenarbeit | somos fabricantes | ofrecemos | nuestra agencia | nuestros servicios | colaboración | fotos de producto | nous sommes fabricant | nous proposons | notre agence | nos services | partenariat | collaboration | siamo produttori | offriamo | la nostra agenzia | i nostri servizi | collaborazione
somos fabricantes | oferecemos | nossa agência | nossos serviços | parceria | wij zijn fabrikant | wij bieden | ons bureau | onze diensten | samenwerking | jesteśmy producentem | oferujemy | nasza agencja | nasze usługi | współprac* | 弊社は | 弊社では | ご提案 | 御社 | 代行サービス | 撮影代行 | 我们是工厂 | 我们公司 | 我司 | 工厂直供 | 代运营 | 货代 | 合作 | 推广服务 | 拍摄服务
firmamız | ajansımız | hizmetlerimiz | üreticiyiz | iş birliği | işbirliği | tanıtım | sunuyoruz | हम निर्माता | हमारी कंपनी | हमारी एजेंसी | सहयोग | हमारी सेवा | hum manufacturer | hamari company | hamari agency | collab | شركتنا | نحن مصنع | نقدم لكم | وكالتنا | خدماتنا | تعاون | شراكة
"""),
    ),
    by=BUYER,
    unless=(
        Phrases(
            "ordered | a commandé | commandé | hat bestellt | bestellt* | pedimos | encargó | ha ordinato | encomendou | besteld | zamówi* | your service* | customer service | your factory | your warehouse | do you offer | your catalog*"
        ),
    ),
    because="Offering goods or services to sellers has no place in messages.",
    fix="Keep to the order or the product.",
    catches=(
        "My agency gets sellers to page one in 14 days.",
        "Dear store owner, we are factory for packing boxes.",
    ),
    spares=("Do you offer a price for 40 chairs here on the site?",),
)

BUYER_PITCH = Rule(
    code="marketing.pitch",
    broad=True,
    label="marketing",
    patterns=(
        Phrases("""
we offer | i offer | we help | i help | we specialise | we specialize | interested? | are you interested | would you be interested | shall we | shall i | let me show | let us show | we produce | we ship | we print | we make | i make | i create | i edit | i run | we run | i manage | we manage | i own | i represent | i am from | we are from | we're from | i work for | looking for partners | looking for sellers
wir bieten | ich biete | interesse? | ofrecemos | ofrezco | le interesa | nous proposons | je propose | intéressé* | offriamo | offro | interessa? | oferecemos | ofereço | tem interesse | wij bieden | ik bied | interesse | oferujemy | oferuję | zainteresowan* | 提供しております | ご興味 | いかがでしょうか | 有兴趣 | 需要吗 | 我们做 | 我们提供 | ilgilenir misiniz | sunuyoruz | रुचि | हम देते | hum dete | interested | نقدم | هل انت مهتم | مهتمين
"""),
        Phrases("""
your shop | your store | your brand | your sales | your photos | your packaging | your products better | sellers | vendors | shops like yours | shop owners | small shops | your business | your company | your ranking | your page | your titles | ihren shop | ihr geschäft | händler | su tienda | su negocio | vendedores | votre boutique | vos ventes | vendeurs | il suo negozio | venditori | sua loja | lojistas | uw winkel | verkopers | pan* sklep* | sprzedawc* | 御社 | 貴店 | 出品者 | 你们店 | 贵店 | 卖家 | mağazanız* | satıcılar* | आपकी दुकान | aapki dukaan | متجرك* | محلك* | التجار
"""),
        Phrases("""
$ | € | £ | per | free | rates | offer* | quote | sample* | followers | views | traffic | sales | ads | advert* | photo* | video* | translat* | packag* | freight | wholesale | factory | agency | cheap* | discount | price* | service* | gratis | kostenlos | preis* | precio* | gratuit* | prix | prezz* | preço* | prijs* | cen* | 無料 | 円 | 价格 | 免费 | ücretsiz | fiyat* | दाम | मुफ़्त | daam | سعر | مجان*
"""),
    ),
    by=BUYER,
    within=Within.NEAR,
    unless=(Phrases("refund | my order | order # | broken | damaged | i bought | i ordered | return"),),
    bars=frozenset({"feedback.coercion", "phishing"}),
    because="Offering goods or services to sellers has no place in messages.",
    fix="Keep to the order or the product.",
    catches=("I edit videos for shops like yours, first one free. Interested?",),
    spares=("Do you offer free samples of your fabrics?",),
)

BUYER_TRADE = Rule(
    code="marketing.trade",
    broad=True,
    label="marketing",
    patterns=(TRADE, PITCH, TO_SELLERS),
    by=BUYER,
    within=Within.NEAR,
    unless=(
        Phrases(
            "refund | my order | order # | broken | damaged | i bought | i ordered | return | do you offer | my parcel | my package | meine bestellung | mi pedido | ma commande | il mio ordine | meu pedido | mijn bestelling | moje zamówienie | 注文した | 我买的 | siparişim | मेरा ऑर्डर | طلبي"
        ),
    ),
    bars=frozenset({"marketing", "feedback.coercion", "phishing"}),
    because="Offering goods or services to sellers has no place in messages.",
    fix="Keep to the order or the product.",
    catches=(
        "Guten Tag, wir sind eine Spedition und bieten Händlern günstige Preise an.",
        "Siamo uno spedizioniere e offriamo ottime tariffe.",
        "Biz bir kargo firmasıyız ve satıcılara uygun fiyatlar sunuyoruz.",
    ),
    spares=(
        "We are a school and would like to order 40 chairs.",
        "Your courier service left my parcel in the rain, I am a bit cross.",
    ),
)

RULES = (
    SELLER_ADVERT,
    OTHER_GOODS,
    UNASKED_ADVERT,
    REWARD_AND_ADVERT,
    BUYER_ADVERT,
    BUYER_PITCH,
    BUYER_TRADE,
)
