"""Ideas that several rules share, each in thirteen languages."""

from messaging.policy.phrases import Phrases

# A public opinion, in words that hardly mean anything else between shop and buyer.
REVIEW = Phrases("""
every star | each star | per star | a 5 from you | with a 5 | make it five | make it a five | gave us only | comment field | comment box | comment section | golden ones | word of mouth | the top grade | bottom grade
gwiazdek | gwiazdeczk* | estrellit* | stellin* | punteggio | estrelinh* | sterretje* | sternchen | reviewer* | good praise | feedbacks | five-pointed
5/5 | # out of 5 | out of five stars | score us | write-up | five ✨ | with stars | some stars | more stars | your 5 | only 5 is good | 5 is good | say it with stars | star or two | the fifth | endorse* | appreciation online | kundenstimme | schulnote | fünf von fünf | 5 von 5 | # von 5 | calificar | calificarnos | puntuarnos | un parere | una opinione | commentino | depoimento | avaliá-* | recensietje | ご感想 | お声 | 打个分 | 五颗星 | 颗星 | 评一下 | 评个 | 好評 | puanlayın | oylayın | रेट कर* | फीडबैक | फ़ीडबैक | قيمنا | قيّمنا | قيمونا | خمس نجوم | رايكم في | 5 نجوم | rate kar* | rating de*
🌟🌟
negative comment | positive comment | bad comment | nice comment | to positive | set to positive | fifth star | last star | top marks | full marks | highest score | lowest score | top score | low score | your score | my score | star-rating | sterne-bewertung | rate your shop | rate your store | rate us | vote for us | best mark* | worst mark* | my rating | my stars | your rating sink
mal comentario | mala nota | buena nota | comentario positivo | comentario negativo | buen comentario | puntuar* | votre étoile | commentaire positif | commentaire négatif | noter la boutique | noter notre | commento positivo | commento negativo | giudizio positivo | dare il voto | voto alto | cinco estrelinhas | comentário ruim | avaliou | nota # | nota máxima
oordeel | positieve reactie | negatieve reactie | pozytywny komentarz | negatywny komentarz | komentarze | opinię | ocenił* | 高い評価 | 悪い評価 | 評価点 | 五星好评 | 给好评 | 打五星 | 好的评价 | olumlu yorum | olumsuz yorum | kötü yorum | puanınız* | अच्छा रिव्यू | सितारा | تعليق سلبي | تعليق ايجابي | تقييم سيء | النجوم
review | reviews | reviewing | rating | ratings | rate us | rate the | rate it | rate my | rate your | rates us | rated us | rate this | rate our
rates | pls rate | please rate | you rate | rate you | # star | # stars | one star | two stars | three stars | two star | four stars | five star | five stars | # shiny stars | star rating
your stars | the stars | a few stars | few stars | bad star | shiny stars | all stars | stars back | those stars | your feedback score | seller feedback | seller score | testimonial*
5-star* | 1-star* | five-star* | one-star* | 5\\* | 5 \\* | ⭐ | ★★ | 🌟 | ☆ | positive feedback | negative feedback | bad feedback | good feedback | great feedback | leave feedback | leave us feedback | feedback page
*bewert* | *rezension* | stern | sterne | sternen | # sterne | stern mit | fünf sterne | einen stern | feedback geben | erfahrungsbericht
reseña* | resena* | valoraci* | valorar | valore | calificaci* | califi* | estrella* | opinión | puntuación | puntúe | puntua*
avis | étoile* | évaluation* | évaluer | évaluez | notez | noter | votre note | la note | une note | mauvais commentaire | mes commentaires | mon commentaire | votre commentaire | un commentaire
recension* | stella | stelle | valutazion* | il voto | voti | dei voti | un voto | feedback positivo | feedback negativo | giudizio
avalia* | estrela* | estrelinhas | sua nota | a nota | classificação | opinião | comentário positivo
beoordel* | beoordeeld | sterren | ster | recensie* | reviewtje | waardering
opini* | gwiazdk* | recenzj* | ocen* | ocenę | wystaw* | komentarz | komentarza
レビュー | 評価 | 口コミ | クチコミ | 星# | 星を | 星五 | 星５ | 星一 | 感想を | ★# | 星ひとつ | 高評価 | 低評価
评价 | 好评 | 差评 | 中评 | 晒图 | 晒单 | 五星 | 一星 | # 星 | #星 | 评论 | 评分 | 追评 | 打分
yorum | yorumu* | yorumlar* | değerlendir* | puan ver* | yıldız* | puanı* | puanla* | satıcı puan*
समीक्षा* | रिव्यू | रेटिंग | तारे | तारा | एक तारे | पाँच तारे | सितारे | स्टार | rating* | review* | # star | tare | sitare
تقييم* | التقييم | تقييمك* | بتقييم | نجوم* | نجمة | نجمه | # نجوم | خمس نجوم | مراجعة | مراجعه | تقييمات | ريفيو | رأيا ايجابيا | رايا ايجابيا | رايك في المنتج
""")

# The same, said softly: only with a request beside it.
SOFT_REVIEW = Phrases("""
praise
impression* | your voice | on our profile | seller page | shop page | for other | your words | a line or two | a sentence or two | a few words | couple of words | two words | eindruck | bewerten | zwei sätze | ein satz | unos renglones | dos líneas | dos palabras | una línea | deux lignes | quelques lignes | une ligne | votre retour | due parole | duas linhas | duas palavras | uma linha | regel of twee | een regeltje | dwa zdania | dwa słowa | słówko | ひとこと | 一句 | 两句 | iki kelime | bir cümle | दो शब्द | दो लाइन | do shabd | كلمتين | سطرين | كلمه طيبه | كلمة طيبة
other buyers | other customers | let everybody know | let everyone know | tell the world | tell your friends | something nice | a nice word | the one-star | your verdict | your judgement | for the algorithm | our ranking | star is | hurts our | in the search | our little shop shines | how did we do | how well * fit | your photo on | a photo for the | change it to | shout about | testimonials
den anderen käufern | anderen kunden | weitersagen | produktseite | otros compradores | otros clientes | ficha del producto | autres acheteurs | autres clients | fiche produit | page du produit | altri clienti | altri acquirenti | pagina del prodotto | outros clientes | página do produto | dá uma força | andere kopers | andere klanten | productpagina | innym kupującym | innym klientom | stronie produktu | 商品ページ | 他のお客様 | 商品页 | 别的买家 | diğer müşteriler | diğer alıcılar | ürün sayfası* | बाकी ग्राहकों | दूसरे ग्राहकों | العملاء الاخرين | باقي الزباين
kind word* | good word | nice word* | nice line* | few lines | few nice | positive line* | your view of | your opinion | honest opinion | your thoughts | your experience | the bad comment
bad comment* | good comment* | nice comment* | positive comment* | your comment | take yours back | update yours | delete yours | change yours | what you wrote | for removing | for deleting | to remove it | to delete it | other shoppers | other customers know | others know
tell others | tell other | the listing sees | on the listing | product page | storefront | on our page | in public | publicly | the highest one | how we did | thumbs up | how did we do | feedback | say something nice | spread the word
upvote* | press helpful | recommend us | a shout out | ein paar worte | paar nette | nettes wort | lob | rückmeldung öffentlich | weiterempfehl* | unter dem artikel | unterm produkt | kommentar
unas palabras | comentario* | experiencia | buena opinión | bajo el producto | recomiénd* | cuente a | quelques mots | petit mot | du bien de nous | bas de la fiche | commentaire* | votre expérience | recommand*
due righe | righe positive | due parole | commento | consigliarci | la sua esperienza | dica a | bom comentário | comentário | umas palavras | conte para | palavrinha | experiência | recomende
paar woorden | leuk berichtje | verhaal onder | mening | aanbevelen | ervaring* | ciepł* słow* | parę słów | kilka słów | dobre słowo | pod produktem | poleć* | pochwal*
感想 | ご意見 | コメント | おすすめ | 一言 | 好话 | 美言 | 几句 | 推荐 | 分享使用 | güzel söz | iki satır | birkaç kelime | görüş* | tavsiye | ürün sayfas*
कुछ शब्द | राय | टिप्पणी | अनुभव | accha likh* | do line | رأيك | رايك | رايكم | كلمتين | كلمة حلوة | كلمه حلوه | تعليق* | تجربتك | صفحة المنتج
""")

ASK = Phrases("""
would be lovely | would be great | would be nice | would be wonderful | would be kind | lovely if | great if | nice if | happy if | glad if | let everybody | let everyone | told | do us a favour | do me a favour | do us a favor | a favour | a favor | takes a minute | takes only | takes ten | # seconds | one minute | two clicks | it's easy | go to your orders | don't be shy | show some love | we count on | counting on | we live from | every * counts | each * counts | makes a difference | make our day | means a lot | support us | support our | help small
please | pls | plz | could you | can you | would you | will you | may i | may we | kindly | would appreciate | we'd appreciate | appreciate it | grateful | thankful | would love | we'd love | i'd love | love it if | mean the world | mean a lot
would help | helps us | help us | help a | leave | write | post | share | drop | give us | put up | publish | update | change | remove* | removing | delet* | take down | take back | raise | turn | say | tell | count on | hope you | cheering | delighted
should you | if you have a minute | if you like | don't forget | do leave | consider | beg you | paste | choose | press | click* | edit | revise | reconsider | withdraw | upgrade it | bump | disappear* | must be gone | has disappeared | is set to | when the | once the
bitte | könnten sie | würden sie | würde uns | freuen | freut | dankbar | lassen sie | hinterlass* | schreib* | geben sie | ändern | löschen | entfern* | dann lassen | helfen | gern* | mögen sie | teilen
por favor | podría* | puede | puedes | nos ayuda* | agradec* | nos regala | deje | dejar | escrib* | comparta | cambi* | borr* | elimin* | quit* | suba | le importa | publi* | cuente
svp | s'il vous plaît | s'il vous plait | pourriez | pouvez | auriez | seriez | laissez | laisser | écriv* | partag* | modifi* | supprim* | retir* | remont* | aider* | aide | reconnaissant* | gentillesse | n'hésitez | merci de
per favore | potrebbe | può | potete | ci aiut* | lasci | lasciar* | lasciat* | scriv* | condivid* | cambi* | elimin* | togli* | modific* | grati | ci farebbe | piacere | vuole | pubblic*
por favor | poderia | pode | podia | deixe | deixar | escreva | comparti* | mude | mudar | apag* | remov* | retir* | ajuda* | agradec* | conta pra | avalia a gente | publi* | ficaríamos
alstublieft | aub | zou u | zou je | kunt u | wilt u | wil je | laat* | schrijf* | geef* | deel | verwijder* | aanpas* | wijzig* | help* | graag | blij | dankbaar
prosz* | prosimy | czy mógł* | czy może* | wdzięczn* | zostaw* | napisz* | napisa* | dodaj* | wystaw* | usu* | zmie* | pomo* | będziemy | dopisz* | podziel*
ください | 下さい | お願い* | いただけ* | 頂け* | 嬉しい | うれしい | 幸いです | 助かります | 励み | 書いて | 消して | 削除 | 変更 | 投稿
请 | 麻烦 | 求 | 帮忙 | 希望 | 拜托 | 给个 | 给我们 | 写 | 改 | 删 | 撤 | 发 | 晒
lütfen | rica | misiniz | mısınız | musunuz | yapar mı* | bırak* | yaz* | sil* | kaldır* | kalksın | değiştir* | yardım* | seviniriz | mutlu eder | paylaş* | verir mi* | yapanlar*
कृपया | दीजिए | दें | दे दो | कर दीजिए | लिखिए | लिखें | लिख | करें | बताइए | हटा* | बदल* | छोड़* | kar do | dijiye | de do | likh* | daal* | kariye | kardo | hata do
من فضلك | لو سمحت | رجاء | نرجو | نبي | ابي | ممكن | اكتب* | اكتبوا | احذف* | امسح* | غير | غيّر | عدل* | عطنا | عطونا | قيم* | شارك* | نتمنى | لا تنسى | ساعد*
""")

# Something of value held out to the reader.
OFFER = Phrases("""
para iade* | paranız* | un bon | bon van | bon na | bon podarunk*
we'll throw in | i'll throw in | throw in | double your | entered for | a weekend | holiday | trip to | keep the money | keep both | and keep | 20 bucks | half of the price | shipping cost | we give # | i give you | i'll give you | we'll give you | i'll add | we'll add | i'll send | we will send | i transfer | we transfer | i'll transfer | thank-you | as a thank you | little something | treat | mystery | upgrade | next order free | on the house | my treat | earn | worth | released when | gets released | the rest
offrir* | offre | vous offre | housse offerte | j'offre | on vous offre | ganhou | ganhe | de volta | odeślemy | odsyłam* | zwrócimy | zwrócę | dostani* | dostaje | otrzyma* | rupaye | rupees | rs | de denge | denge | wapas | 返金 | 差し上げます | 转您 | 转你 | 给您转 | 元补偿 | 送您 | iade ederiz | hediyemiz | veririz | نرجع لك | نعطيك | لك هدية | restituiamo | regaliamo | le regaliamo | omaggiamo | devolvemos | le devolvemos | le damos | damos | sie bekommen | bekommen sie | gibt's | gibt es | erhalten sie | legen wir | krijgt | ontvang* | u krijgt | we geven
gift* | giftcard* | voucher* | coupon* | cashback | cash back | reward* | bonus | free | for free | freebie* | refund* | reimburs* | credit* | discount* | % | percent | off your next | prize | raffle | draw | giveaway | sweepstake*
win | points | loyalty | compensation | compensat* | goodie* | present | surprise | on us | no charge | no cost | at no charge | no invoice | is yours | are yours | get a | you get | you'll get | get the | receive | return you money | money back | full price back | paypal
$ | € | £ | ₹ | ¥ | dollar* | bucks | euro* | pounds | i pay | we pay | pay you | send you a | we'll send | we'll post | add a | extra | spare* | second pair | extended warranty | years of warranty | year warranty | warranty | tree in your name | donate | charity | plant a | replacement | new one | return this | give you back | the full amount | we would send | we'd also send | we also send | you keep the | 2 for
geschenk* | gutschein* | gutgeschrieben | gutschrift | erstatt* | rabatt | gratis | kostenlos | umsonst | prämie | bonus | verlosung | gewinn* | obendrauf | legen wir | schenken | rückzahlung | spende* | garantie | dazu
regalo | regalos | regalamos | de regalo | le regal* | cupón | cupon | vale | gratis | descuento | reembols* | devol* | bono | sorteo | premio | detalle | obsequio | puntos | garantía | de propina
cadeau* | bon d'achat | offert* | offrons | gratuit* | remise | rembours* | avoir | réduction | tirage | gagn* | petit quelque chose | points | garantie | geste
regalo | regali* | buono | omaggio | gratis | sconto | rimbors* | premio | estrazione | punti | riconosco | garanzia | in più
presente | brinde | vale | grátis | desconto | reembols* | devolv* | cashback | sorteio | concorre* | prêmio | frete | por nossa conta | pontos | garantia | mimo
cadeau* | gratis | korting | terugbetal* | tegoed | winactie | maak kans | kans op | verloting | extraatje | garantie | ligt er | krijgt u
prezent* | gratis | darmow* | rabat* | zwrot* | zniżk* | losowani* | nagrod* | upomin* | gwarancj* | punkty | dostanie | dorzuc* | gratisow*
プレゼント | ギフト* | クーポン | 無料 | 返金 | 割引 | キャッシュバック | 特典 | 進呈 | 差し上げ | 抽選 | ポイント | 円分 | おまけ | 保証
红包 | 返现 | 返 # | 立返 | 礼品 | 礼物 | 赠 | 送 | 优惠券 | 券 | 退款 | 免费 | 补偿 | 抽奖 | 元 | 现金 | 延保
hediye* | çek | indirim | bedava | ücretsiz | iade | lira | tl | kupon | çekiliş | ödül | bizden | puan kazan* | garanti
उपहार | गिफ्ट | कूपन | मुफ़्त | मुफ्त | फ्री | रिफंड | पैसे | छूट | कैशबैक | इनाम | वाउचर | हमारी तरफ़ से | ₹ | रुपये | gift | free | cashback | discount | refund
هدية | هديه | قسيمة | قسيمه | كوبون | مجانا | مجاني* | خصم | استرداد | نرجع | ريال* | درهم | جنيه | كاش باك | مكافأة | مكافاه | سحب | نقاط | ضمان | الضمان | رصيد
""")

# What a buyer wants from the shop.
DEMAND = OFFER | Phrases("""
paramı* | parayı* | paranın | nowy | nową | nowe
返# | generous | how much is | worth to you | worth it to you | what is it worth
cheaper | for nothing | the price | small gesture | gesture | generous | cover my | pay the return | return postage | euros | pounds | make up for | compensate | price back | my way | in my mailbox | extra one | knock off | throw | descuento | regala | me regala | geste | geste commercial | bon geste | rimborsa* | rimborso | sconto | omaggio | desconto | brinde | kasy | kasę | rabat | gratis | darmo | 半額 | 返金 | 割引 | 无 | 返我 | 返现 | 优惠 | 红包 | bedava | indirim | discount | free me | muft | خصم | مجانا | ببلاش
refund me | money | pay me | pay back | paid me back | send me | give me | gimme | throw in | waive* | the return | upgrade | knock | half price | half the price | half back | partial | deal | what do i get | ship 2 | for free | free case | second | overnight | don't charge | free of charge | # off | treat me well
settled | new one | good price | better price | complete set | a new | another one | brand new | voucher | make it right | make it worth | worth my while | worth my time | sample* | geld | zurück | nachlass | neuer | neue | ersatz | dafür | hälfte | gutschein | dinero | mitad | otro | nuevo | gratis | rebaja | quiero | argent | moitié
nouveau | nouvelle | soldi | metà | nuovo | secondo paio | mandatemi | dinheiro | metade | novo | outro | manda | capricho | geld | helft | nieuwe | nieuw | euro | pieniądz* | połow* | oddaj* | dych* | dorzuc* | zwróc* | 全額 | 返せ | サービス | 交換 | 新品 | 値引き | おまけ | 全额 | 退 | 赔 | 再送
再发 | 补发 | 补 | yeni* | yarısı* | yolla* | geri ver* | पैसा | पैसे | नया | वापस | लौटा* | paisa | paise | naya | wapas | فلوس* | رجعوا | رجع | نص | جديد | عوض*
""")

CONDITION = Phrases("""
if | unless | otherwise | or else | or you | or i | or it | or its | or it's | or your | or one | or the | then | once | until | when | in exchange | in return | instead | or | else | not a threat | deal | your call | you decide | perhaps | might | depends | want it to stay | so | and i'll | and i | what do i get | could be | before i | in advance | can stop me | about to | keep quiet | goes away | away | expect | help me see past | unless
wenn | sonst | oder | falls | ansonsten | dann | entweder | bis | andernfalls | dafür | si | o | sino | si no | entonces | a cambio | de lo contrario | hasta | ou | sinon | alors | en échange | contre | jusqu'à | se | altrimenti | oppure | in cambio | finché | o mi | e la | ou | senão | caso | em troca | se não | e eu
als | anders | of | dan | zo niet | in ruil | tot | jeśli | jeżeli | albo | bo | inaczej | w zamian | to | a wystawię | a | lub | なら | れば | たら | ないと | ないなら | さもない | 代わりに | 否则 | 不然 | 要不 | 要么 | 如果 | 的话 | 就 | 除非 | 等着瞧
yoksa | eğer | aksi | karşılığında | olmazsa | vermezseniz | yollamazsanız | *mezseniz | *mazsanız | *sanız | *seniz | takdirde | नहीं तो | वरना | अगर | यदि | तो | warna | nahi to | agar | to | ولا | والا | وإلا | اذا | إذا | لو | مقابل | بدل
""")

# Public opinion used as a lever, beyond the words of REVIEW.
EXPOSE = Phrases("""
post the photos | post photos | post it online | in public | publicly | public | the whole world | everyone can read | everyone know | everyone will | everybody | online | upload | video | followers | subscribers | people read | people watch | readers | my blog | my channel | reputation | headline | shout you out
go viral | reddit | tiktok | instagram story | facebook | twitter | social media | warn others | warn everyone | name and shame | what i wrote | opinions | feedback | comment* | recommend | tell everyone | forum | newspaper | tv | influencer | views
im internet | öffentlich | alle erfahren | unter jeden | follower | weitererzählen | kommentar* | redes | público | seguidores | comentario* | todos sabrán | publiqu* | réseaux | abonnés | raconte tout | tout le monde | commentaire* | social | pubblic* | tutti sapranno | seguaci | distruggo | commento
redes sociais | seguidores | comentário* | todo mundo | publicar | openbaar | volgers | mening | iedereen | komentarz* | wszyscy | nikt u was | publiczn* | obserwując* | 拡散 | ネットに | 晒す | 曝光 | 发网上 | 投诉到网上 | 小红书 | 抖音 | 粉丝 | rezil | herkes | sosyal medya | takipçi* | ifşa | बदनाम | सबको | सोशल मीडिया | फॉलोअर | badnaam | dukaan band
نفضح* | افضح* | فضيحة | سمعت* | متابعين | انشر | السوشال | الناس كلها
""")

# "We don't": a sentence that turns something down or only talks about the rule.
REFUSAL = Phrases("""
we do not use | we're not on | we are not on | i'm not on | i am not on | i don't use | don't have whatsapp | don't have telegram | no whatsapp |  nutzen weder | nutzen kein* | benutzen kein* | verwenden kein* | wir nutzen nicht | nicht auf instagram | nicht auf whatsapp | no usamos | no tenemos whatsapp | no uso | no estamos en | n'utilisons pas | n'utilisons ni | nous n'avons pas whatsapp | je n'utilise pas | non usiamo | non abbiamo whatsapp | non uso | non siamo su | não usamos | não temos whatsapp | não uso | não estamos no | gebruiken geen | hebben geen whatsapp | gebruik geen | zitten niet op | nie używamy | nie mamy whatsapp* | nie używam | nie korzystamy | nie ma nas na | kullanmıyoruz | kullanmıyorum | bulunmuyoruz | 使っておりません | 使っていません | 対応しておりません | はしておりません | 不用微信 | 不加微信 | 没有微信 | 没有开通 | لا نستخدم | ما نستخدم | لا استخدم | ليس لدينا | इस्तेमाल नहीं | उपयोग नहीं | use nahi | nahi hai whatsapp
we won't | i won't | they won't
never ask | never do | never pay | never share | never offer | 我们不能 | 不能交 | 不能发 | 不能加 | 不能提供 | 不能私下 | 不能用 | 不能在 | 不提供 | 不加 | 不会 | 规定 | não trocamos | não damos | não pagamos | não oferecemos | no damos | no pagamos | no ofrecemos | non scambiamo | non diamo | non paghiamo | non offriamo | nie wymieniamy | nie podajemy | nie płacimy | geven geen | geen cadeaus | keine gutscheine | keine geschenke | bei uns nicht | machen wir nicht | いただけません | お受けできません | しておりません | おりません | 控えさせ | お断り | ご遠慮 | vermiyoruz | yapmıyoruz | almıyoruz | paylaşamıyoruz | paylaşmıyoruz | नहीं देते | नहीं लेते | नहीं करते | नहीं माँगते | nahi dete | nahi lete | nahi karte | ما نعطي | ما نرسل | لا نعطي | لا نتعامل | ما نتعامل | ما نقبل | n'offrons pas | ne donnons pas | ne payons pas | n'échangeons pas
can't | cannot | can not | not allowed | aren't allowed | isn't allowed | aren't permitted | isn't permitted | not permitted | we don't | don't do that | do not | neither | nor | prohibited | forbidden | policy | against the rules | isn't from us | not from us | unable to | refuse | no longer have | entirely up to you | nothing to do with us | isn't tied | not tied
dürfen wir | dürfen nicht | nicht erlaubt | nicht gestattet | leider nicht | verboten | können wir nicht | nicht möglich | machen wir nicht | keine bewertungen | kein geld | geld will ich keins | nicht von uns
no podemos | no hacemos | no se puede | no está permitido | prohibid* | no pedimos | no aceptamos | n'avons pas le droit | ne pouvons pas | pas autorisé | interdit | ne faisons pas | pas le droit | jamais | ne demandons
non possiamo | non è consentito | vietato | non chiediamo | non facciamo | non accettiamo | não podemos | não é permitido | proibid* | não fazemos | não pedimos | não aceitamos
mogen we niet | mag niet | niet toegestaan | doen wij niet | doen we niet | kunnen we niet | verboden | wij vragen niet | nie możemy | nie wolno | zabronion* | nie prosimy | nie dajemy | nie jest od nas | nie przyjmujemy
できません | 禁止 | いたしかね | できかね | 不可 | しておりません | お断り | 不可以 | 不允许 | 禁止 | 不搞 | 不接受 | 查得很严 | 没办法
kabul edemiyoruz | yapamıyoruz | yasak | izin verilmiyor | edemiyoruz | veremiyoruz | mümkün değil | istemiyoruz | नहीं कर सकते | नहीं दे सकते | मना है | अनुमति नहीं | nahi kar sakte | allowed nahi | share nahi | policy
لا نستطيع | ما نقدر | ممنوع | سياسة الموقع | لا يمكن | لا يسمح | غير مسموح | لا نطلب | لا نقبل
""")
