"""Buyers who write to sell something: freight, packaging, photographs, followers."""

from messaging.policy.phrases import Phrases
from messaging.policy.rules import BUYER, Rule, Within

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

RULES = (BUYER_ADVERT, BUYER_PITCH, BUYER_TRADE)
