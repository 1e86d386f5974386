"""Reviews: sellers asking for them or paying for them, buyers using them as a lever."""

from messaging.policy.packs.words import ASK, DEMAND, EXPOSE, OFFER, REFUSAL, REVIEW, SOFT_REVIEW
from messaging.policy.phrases import Phrases
from messaging.policy.rules import BUYER, SELLER, Rule, Within

# The shop keeps away from paid reviews: nothing in such a text asks for one.
DISTANCE = Phrases("""
is your decision | is up to you | entirely up to you | your own decision | rating or not | review or not
neither ask for | never ask for | don't ask for reviews | do not ask for reviews | don't ask for ratings | nor pay for | don't pay for reviews | isn't from us | is not from us | not from us | don't do that | we don't do this | packed by our former | against the rules | has nothing to do with us | bitten nie um | nicht von uns
no pedimos | no hacemos descuentos | no es nuestr* | ne demandons | pas de nous | non chiediamo | non è nostr* | não pedimos | não é nosso | vragen wij niet | niet van ons | nie prosimy | nie jest od nas | お願いしておりません | 当店のものではありません | 不搞好评 | 不是我们 | 不要求 | istemiyoruz | bizden değil | नहीं माँगते | नहीं मांगते | हमारी तरफ़ से नहीं | لا نطلب | ليس منا | ليست منا
""")

# The words of a review in another sense: technical data, books, refusals, quotes.
OTHER_SENSE = Phrases("""
best rates | our rates | low rates | good rate* | shipping rates | freight rates | parcel rates | postage rates | exchange rate* | flat rate | interest rate* | success rate | frame rate | refresh rate | data rate
review the drawing* | review the proof* | review the design* | review the draft* | review the layout | review the artwork | review the sketch* | review the mock-up | review the attached | review the order details | review the quote | review the offer | review the photo* | review the picture* | review the measure* | review your address | review the address | review and approve | review the terms | review the manual | review the instructions | review this proof | review this drawing | review our proposal | please review: | مراجعة التصميم | مراجعة الرسم | مراجعة العنوان | مراجعة الصورة | مراجعة الفاتورة
feedback on the colour | feedback on the color | feedback on the sample | feedback on the draft | feedback on the design | feedback on the proof | feedback on the size | feedback on the fit | feedback on the drawing | feedback on the layout | feedback on the engraving
star hotel | star restaurant* | star chef | star general | star cut* | star cookie* | star balloon* | star earring* | star garland | star bunting | star ornament* | star bit | star nut* | star washer | star tree | tree topper | # stars for the | # stars for your tree | wooden star* | paper star* | straw star* | # stars of | of # stars | star tree topper | stars in a | stars per | stars each | pack of # | strohstern* | holzstern* | papierstern* | estrellas de madera | estrellas de papel | étoiles en bois | étoiles en papier | étoiles de | stelle di legno | stelle di carta | estrelas de madeira | houten sterren | drewnian* gwiazd* | 星形 | 五角星 | 星型
per person rating | load rating | pressure rating | weight rating | fire rating | star wheel | star anise
previews
the stars on the | star screwdriver | star pattern | star lamp | star light | star projector | stars are only | printed stars | glow stars | star stickers | étoiles sur le tissu | sterne auf dem stoff | estrellas del | stelle sul tessuto | oordeelkundig | nota da encomenda
rating plate | rating is # | rating label | the rating of | amp rating | ip rating | power rating | energy rating | rating of the fuse | fuse rating | freezer | 4-star on the | star freezer | star screw* | star key | star anise | star wars | review copy | review copies | advance copies | under review
is rated | rated for | rated at | rated voltage | # v | # w | voltage | stars in the | star-shaped | star shaped | star map | planetarium | étoiles lumineuses | avis de passage | avis de souffrance | note de | noter que | notez que | veuillez noter | nota fiscal | de nota | nota do pedido | sternschraube* | sternwarte | stern-torx
gefriersterne | clasificación energética | classe energetica | étoiles de congélation | オリオン | プラネタリウム | 冷凍 | 星座 | 能效 | 冷冻 | 星级冷冻 | 评估 | feedback from other | feedback here | us some feedback here | private feedback | the review of your claim | reviewed your | review your claim | review your return | we will review | we'll review | will be reviewed | reviewing your
calificación energética | puan kartı | yıldız tornavida | ocena ryzyka | ocenić uszkodzen* | oceny szkody | nachbewert* | opinia biegłego | ocenimy | recension av
""")

ASK_REVIEW = Rule(
    code="review.request",
    broad=True,
    label="solicitation.review",
    patterns=(REVIEW,),
    by=SELLER,
    denied=(REFUSAL,),
    unless=(OTHER_SENSE,),
    unless_anywhere=(DISTANCE,),
    because="Asking for a review, a rating or a change to one is not allowed in messages.",
    fix="Take the request out. The Request a Review button sends the one permitted request.",
    catches=(
        "Would you leave us a review?",
        "Wenn Sie zufrieden sind, freuen wir uns über eine Bewertung.",
        "Si le ha gustado, ¿nos deja una reseña?",
        "Laissez-nous un avis, cela nous aide beaucoup.",
        "Ci lascia una recensione?",
        "Deixe uma avaliação para a nossa loja.",
        "Laat een beoordeling achter als u tevreden bent.",
        "Prosimy o opinię o produkcie.",
        "レビューを書いていただけると嬉しいです。",
        "满意的话请给个好评。",
        "Memnun kaldıysanız bir yorum bırakın.",
        "कृपया एक समीक्षा लिखिए।",
        "نرجو منكم تقييم المنتج.",
        "pls leave a r3v1ew",
    ),
    spares=(
        "We will review your refund today.",
        "The rating is 13 A at 230 V.",
        "We never ask for reviews, please ignore the card.",
        "Wir bitten nie um Bewertungen, das ist nicht erlaubt.",
    ),
)

ASK_SOFTLY = Rule(
    code="review.hint",
    broad=True,
    label="solicitation.review",
    patterns=(SOFT_REVIEW, ASK | OFFER),
    by=SELLER,
    unless_anywhere=(DISTANCE,),
    denied=(REFUSAL,),
    unless=(
        OTHER_SENSE,
        Phrases("""
first impression of the wood | experience with | delivery experience | sorry for the experience | sorry about your experience | bad experience | in our experience | from experience | in meiner erfahrung | here on whether | let us know here | say so here | write here | answer here | tell us here | let us know here | in this chat | write to us here | reply here | variation | listing from | set up on the listing | on the listing covers | in the cart | coupon on the listing | the size chart | as described on the listing | on the listing (
order details | order page | return page | your comment about | further down on the listing | added to the listing | listed on | photos on the listing | thank you for your feedback | thanks for your feedback | thanks for the feedback | danke für ihre rückmeldung | merci pour votre retour
"""),
    ),
    because="Asking for public praise or for a change to it is not allowed in messages.",
    fix="Take the request out. The Request a Review button sends the one permitted request.",
    catches=(
        "Should you find a kind word for us on the listing, we would be happy.",
        "Please take back your bad comment, it hurts our shop.",
        "Un petit mot sur la fiche nous aiderait, merci de le publier.",
    ),
    spares=(
        "Tell us here whether the charger works.",
        "There's a quantity discount set up on the listing from 10 pieces.",
    ),
)

HOLD_BACK = Rule(
    code="review.hold-back",
    label="solicitation.review",
    patterns=(
        Phrases("""
before you rate | before rating | before leaving | before you leave | before you post | before you write | before you review | instead of a bad | instead of leaving | rather than leave | please don't give bad | don't give bad | contact us first | write to us first | message us first | talk to us first
bevor sie bewerten | antes de valorar | antes de dejar | avant de noter | avant de laisser | prima di lasciare | antes de avaliar | voordat u | zanim wystawi* | 評価の前に | 评价前 | 先联系 | 差评之前 | yorum yapmadan önce | पहले हमसे | قبل التقييم
"""),
        REVIEW | SOFT_REVIEW,
    ),
    by=SELLER,
    within=Within.NEAR,
    because="Asking to hold a bad review back is not allowed.",
    fix="Offer help without mentioning reviews.",
    catches=("Not happy? Contact us first before leaving negative feedback.",),
    spares=("Please contact us before you send the lamp back.",),
)

PAY_FOR_REVIEW = Rule(
    code="review.incentive",
    label="incentive",
    patterns=(OFFER, REVIEW | SOFT_REVIEW),
    by=SELLER,
    within=Within.NEAR,
    denied=(REFUSAL,),
    unless=(
        Phrases("""
is back on your card | has been refunded | have refunded | already refunded | wurde erstattet | ya está devuelto | a été remboursé | money isn't | from my pay | of my pay | we cannot pay | your order has shipped and
"""),
    ),
    needs=frozenset({"solicitation.review"}),
    because="Offering anything in return for a review is not allowed.",
    fix="Take the offer out. A refund or a gift must be free of any condition.",
    catches=(
        "A full refund for a 5-star review!",
        "Für eine Bewertung mit Foto schenken wir Ihnen 10 Euro.",
        "Por cada reseña, un cupón de 5 euros.",
        "Un avis = un cadeau.",
        "Chi lascia una recensione riceve uno sconto.",
        "Quem avaliar ganha um brinde.",
        "Voor een beoordeling krijgt u korting.",
        "Za opinię dostanie Pani rabat.",
        "レビューを書いてくださった方にクーポンを進呈します。",
        "好评返现5元。",
        "Yorum yapanlara hediye çeki veriyoruz.",
        "5 स्टार रेटिंग पर ₹100 कैशबैक।",
        "قيم المنتج بخمس نجوم واحصل على خصم.",
    ),
    spares=(
        "I have refunded 20% and there is nothing you need to do.",
        "A replacement is on the way, free of charge.",
    ),
)

COERCE = Rule(
    code="feedback.coercion",
    label="feedback.coercion",
    patterns=(REVIEW, DEMAND),
    by=BUYER,
    within=Within.NEAR,
    unless=(
        OTHER_SENSE,
        Phrases("""
do i have to | must i | am i supposed | need to rate | required to rate | is this from you | coupon i used | wrote in your listing | seller rating is | your rating is good | says # star | energy class | star class | i already gave | gave you # stars | only the packaging | is rated | review team | i found | leaflet | in the parcel promising | money i don't want | geld will ich keins | no quiero dinero | no money wanted | not asking for | don't want any money | don't want anything | no question | only wanted to say | just wanted to say | supposed to write | where do i | how do i leave | dove si scrive | where can i leave
other customers | andere käufer | rückmeldungen | other buyers | according to the reviews | reviews say | the reviews | in the reviews | reviews mention | based on reviews | read the reviews | good reviews | others wrote | laut bewertungen | según las reseñas | selon les avis | volgens andere | otros compradores | 他の方 | diyen olmuş | किसी ने | i gave | i left | i have left | i already left | habe gestern
"""),
    ),
    because="Tying a review to a benefit is not allowed.",
    fix="Ask for what you need, or open a return or a claim; reviews must stand apart.",
    catches=(
        "Refund me or you get one star.",
        "Geld zurück, sonst gibt es eine schlechte Bewertung.",
        "O me devuelve el dinero o le dejo una mala reseña.",
        "Remboursez-moi ou je mets une étoile.",
        "Rimborso o una stella.",
        "Ou devolve o dinheiro ou dou uma estrela.",
        "Geld terug of ik geef één ster.",
        "Zwrot pieniędzy albo wystawię złą opinię.",
        "返金しないなら星1つのレビューを書きます。",
        "不退款就给差评。",
        "Paramı iade etmezseniz kötü yorum yazarım.",
        "पैसे वापस करो नहीं तो एक स्टार दूँगा।",
        "رجع فلوسي وإلا تقييم نجمة واحدة.",
    ),
    spares=(
        "I left one star because the seam opened.",
        "Five stars from me, the bread knife is a dream.",
        "If I don't hear from you by Friday I will open an A-to-z claim.",
    ),
)

EXPOSE_FOR_MONEY = Rule(
    code="feedback.exposure",
    label="feedback.coercion",
    patterns=(
        EXPOSE,
        DEMAND,
        Phrases("""
i'd love to | you'll have | we forget | you know | i'll | i will | i'd | i would | will be | gonna | going to | going online | goes online | i might | i could | want it to | or | unless | otherwise | ich | sonst | werde | mach ich | je | sinon | voy a | si no | publicaré | lo | altrimenti | senão | vou | ik | anders | będzie | bo | napiszę | ます | ぞ | 就 | 否则 | 不然
yoksa | ederim | yaparım | वरना | नहीं तो | warna | doonga | dunga | ولا | والا | بيصير | راح | سوف
"""),
    ),
    by=BUYER,
    within=Within.NEAR,
    unless=(
        OTHER_SENSE,
        Phrases(
            "in the video | the video shows | see the video | watch the video | your video | comment* se | comment le | comment on | comment la | comment je | uploaded the | i upload | won't upload | upload here | cant upload | can't upload | online kassa | ordered online | bought online"
        ),
    ),
    because="Threatening or promising publicity for a benefit is not allowed.",
    fix="Ask for what you need, or open a return or a claim.",
    catches=("Send a second battery or I'll post the photos online for my followers.",),
    spares=("The video shows the noise, can you send a new one?",),
)

RULES = (ASK_REVIEW, ASK_SOFTLY, HOLD_BACK, PAY_FOR_REVIEW, COERCE, EXPOSE_FOR_MONEY)
