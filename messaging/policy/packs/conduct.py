"""Insults and threats."""

from messaging.policy.phrases import Phrases
from messaging.policy.rules import Rule
from messaging.policy.verdict import Action

INSULT = Phrases("""
you thieves | bunch of thieves | are thieves | thieves! | dirty thieves | thieves and
you clown | useless clown | you creep | tum chor | chor log | sab chor | con artist | useless people | useless idiot*
filthy | scammer | you scammers | dirty scammer* | pathetic | whiner | you crybaby | complete fool | total fool | a fool | you idiots | dumb | dumber | dumbass | thick as | thick skull | half a brain | brain cell* | no brain | brain of a | iq of | simpleton* | peasant* | ignorant | imbecilic | clueless clowns | stupid or | just stupid | blind or | are you blind | are you deaf | are you retarded | old cow | fat cow | old bat | karen | snowflake | cheapskate | scrooge | leech* | freeloader* | fraudster* | con man | swindler* | cheats | cheater* | you cheat | hypocrite* | disgrace of a | waste of skin | waste of oxygen | waste of space | piece of shit | piece of crap like you | piece of filth | full of shit | you suck | jerk* | douche* | pervert* | swine | skunk* | weasel* | snake* like you | you snake | you sheep | cockroach* | lousy human | sorry excuse | good for nothing | illiterate | uneducated
vollpfosten | nicht ganz dicht | spinnst du | spinnen sie | dumme kuh | dumme gans | dämlich* | saudumm | bescheuert* | bekloppt* | blöde* | gauner* | verbrecher* | abzocker* | schwachkopf | schwachsinnig* | hohlkopf | armleuchter | flachpfeife* | nichtsnutz* | lachnummer* | drecks* | mistkerl* | asozial* | verlogen* | panda de | gentuza | chorizo* | zoquete* | cretino* | necio* | ignorante* | asqueros* | cara dura | caradura* | chusma | timador* | estafador* | bestia | bande de voleurs | incapables | guignol* | charlatan* | arnaqueur* | gros nul | nullard* | dégénéré* | feignass* | fainéant* | andouille* | pourriture* | truffatori | schifosi | delinquent* | farabutt* | mascalzon* | cialtron* | ignorant* | asini | capre | babbe* | rincoglionit* | miserabil*
sem vergonha | sem-vergonha | ladrões | golpista* | pilantra* | ignorante* | jumento | ridícul* | retardad* | mau caráter | caloteir* | vigarist* | aldrab* | parv* | palerma* | stelletje | oplichters | dieven | boeven | gek bent u | bent u gek | dwaas | kloothommel | onbenul* | prutser* | sukkels | flapdrol | rotzooi van een mens | randfiguur | oszuści | złodzieje | debile | idioci | łajdak* | dranie | naciągacz* | nieudacznik* | pasożyt* | prymityw* | tłuk | półgłówek | ćwok | gnid*
詐欺 師 | 詐欺師ども | ふざけんな | ふざけるな | くたばれ | 阿呆 | のろま | 恥を知れ | 人間のクズ | 最低な人間 | 头脑简单 | 骗子 | 一群废物 | 全家死光 | 狗眼 | 狗屁 | 缺德 | 没教养 | 有病吧 | 没脑子 | 傻子 | 猪 | 奸商 | 黑心 | 垃圾东西 | 恶心的人 | sahtekâr* | sahtekar* | ahlaksız* | utanmaz* | yüzsüz* | hıyar* | kıro | zavallı* | kafasız* | akılsız* | budala* | embesil* | yalancı* | rezil* adam | तुम लोग चोर | चोर | ठग | धोखेबाज | जाहिल | गँवार | घटिया लोग | बेशर्म | लुटेरे | thag | dhokebaaz | jahil | ganwar | besharam | lutere | حرامية | يا كلاب | كلاب | يا حمار | بلا عقل | ما عندك عقل | عديم | وقح* | خسيس* | لصوص | محتال* | غشاش* | يا زباله | ما تستحي
[slur] | idiot* | moron* | imbecile* | cretin* | scum | scumbag* | dimwit* | halfwit* | nitwit* | numbskull* | blockhead* | dumbass* | dumb bitch | asshole* | arsehole* | bastard* | bitch* | son of a bitch | motherfuck* | fuck you | fuck off | f*ck you | f you | screw you | piss off | go to hell | rot in hell | dickhead* | prick | twat* | wanker* | tosser* | cunt* | whore* | slut* | retard* | loser* | pathetic excuse | worthless | brain-dead | braindead | brainless | slow in the head | shut up | shut your mouth
you stupid | so stupid of you | are you stupid | stupid woman | stupid man | stupid cow | stupid people | stupid seller | how stupid are you | ungrateful cow | you cow | pig | you pig | greedy pig | filthy pig | you rat | lying rat | dirty rat | you worm | little worm | greedy toad | you toad | vermin | parasite* | maggot* | lowlife* | low-life* | you crook* | you're crooks | bunch of crooks | you are crooks | you thief | you liar | dirty liar | filthy liar | lying | liars | useless clown | you clown | clowns | you fool | miserable fool | fools | you people are | bunch of cretins | dumbest | hire someone with a brain | get a brain | grow a brain | learn to read | monkey would | you monkey | you donkey | you dog | trash like you | garbage like you | people like you should | go back to where | hope you die | drop dead | choke on it | kill yourself | kys | you disgust me | disgusting person | disgusting people | old hag | hag | witch | coward | spineless | psycho* | nutcase | deine mutter | your mother is | shame on your family
idiot* | depp* | vollidiot* | trottel* | dummkopf | dumm wie | blödmann | blöde kuh | arschloch* | arsch | wichser* | hurensohn | miststück | drecksack | saftladen | penner | versager | lügner | betrügerpack | gesindel | abschaum | stroh im kopf | wicht | halt die fresse | fresse | sau | schwein | schlampe | hirnlos* | pack ihr
imbécil* | idiota* | estúpid* | payaso* | inútil* | sinvergüenza* | ladron* | ladrones | muerto de hambre | hijo de puta | hijos de puta | gilipollas | cabrón* | cabron* | tont* del | basura humana | cerdo | cerda | mentiros* | escoria | pendej* | mierda de | vete a la mierda | analfabet* | subnormal* | burro
connard* | connasse | con* de merde | pauvre con | pauvre type | pauvre cloche | imbécile* | abruti* | crétin* | débile* | tocard* | salaud* | salope | enculé* | ordure* | menteur* | escroc* | voleur* | bouffon* | incapable* | bande de | ferme ta gueule | ta gueule | minable* | raclure* | bon à rien | nul* à | idiote*
idiota | idioti | cretin* | imbecill* | deficient* | stronz* | bastard* | coglion* | vaffanculo | ladr* | pezzent* | buffon* | truffator* | bugiard* | vergognati | schifos* | merda | animale | verme | vermi | analfabet* | incapac* | scemo | scema | scemi
idiota* | imbecil | imbecis | burra ou | burro | burra | otári* | palhaç* | ladrão | ladrões | safad* | vagabund* | filho da puta | filhos da puta | fdp | vai se foder | vai tomar | merda de | lixo de gente | nojent* | cretin* | estúpid* | mentiros* | incompetente* | gente assim | trouxa* | babaca* | canalha* | corno
sukkel* | idioot | idioten | eikel* | klootzak* | lul | kutwijf | hoer | mongool | debiel* | achterlijk* | lafaard* | kwal | oplichter* | leugenaar* | tuig | dombo* | stommeling* | stomme koe | rotzak | trut | kankerlijer | tering | hufter* | randdebiel | loser* | schooier*
debil* | idiot* | kretyn* | głupek | głupk* | głupi* | tępak* | nierob* | banda | złodziej* | oszuś* | kłamc* | gnój | śmieć | skurwysyn* | kurwa | chuj* | dupek | palant* | baran* | osioł | szmat* | świni* | frajer* | bydlak* | matoł* | imbecyl* | pajac* | buc
バカ | 馬鹿 | ばか | アホ | あほ | クズ | くず | カス | 死ね | しね | ゴミ店 | ゴミ野郎 | 詐欺師 | 泥棒 | 間抜け | まぬけ | ボケ | キチガイ | 頭おかしい | 能無し | 無能 | 低能 | ブス | てめえ | 貴様 | クソ野郎 | 店員ども
蠢货 | 傻逼 | 傻b | 傻叉 | 白痴 | 智障 | 脑残 | 脑子进水 | 垃圾客服 | 垃圾卖家 | 人渣 | 废物 | 骗子 | 混蛋 | 王八蛋 | 狗东西 | 去死 | 滚 | 畜生 | 不要脸 | 贱人 | 猪脑 | 弱智 | 他妈的 | 妈的 | 瞎了眼 | 白吃 | 神经病 | sb
şerefsiz* | aptal* | salak* | gerizekalı* | geri zekâlı* | geri zekalı* | ahmak* | dangalak* | hayvan* | eşek* | köpek soyu | it herif | namussuz* | ahlaksız* | haysiyetsiz* | adi herif | pislik* | manyak* | sahtekar* | dolandırıcı* | hırsız* | orospu* | piç kurusu | piç herif | piçler | piçsin | lan piç | siktir* | mal mısın | beyinsiz* | terbiyesiz* | cahil* | rezil herif | öküz* | lan
गधे | गधा | बेवकूफ | बेवकूफ़ | मूर्ख | कमीने | कमीना | हरामी | हरामखोर | कुत्ते | कुत्ता | सूअर | चोर हो | चोरों | नालायक | निकम्मे | घटिया आदमी | साले | उल्लू | पागल हो | gadhe | gadha | bewakoof | bevkoof | kamine | kamina | harami | kutte | kutta | suar | nalayak | chor ho | saale | sale log | ullu | pagal ho | chutiya* | bhosdi* | madarchod | behenchod | murkh | nikamme | ghatiya log
حيوان | يا حيوان | غبي | أغبياء | اغبياء | يا غبي | حمار | حمير | كلب | كلاب | يا كلب | نصاب* | نصابين | حرامي* | حراميه | سارق | تافه* | حقير* | قذر* | وسخ* | خنزير | زباله | زبالة | سافل | واطي | لعنه | لعنة | الله ياخذ* | يلعن | متخلف* | جاهل* | كذاب* | تفو | قليل ادب | قليل الادب
""")

THREAT = Phrases("""
turn up at your | stand at your door | be at your door
catch fire easily | your shop catch* fire | waiting for you outside | end up in hospital | put you in hospital | in the hospital soon | break your bones | ti aspetto sotto | vengo sotto casa | vind je wel | casser la gueule | te casser la gueule | shoot you | stab you
come to your shop | come to your house | come to your place | come to your office | go to your house | come over and | coming to your | come and find | smash it up | smash up | smash everything | smash the | deal with you myself | deal with you | sort you out | teach you a lesson | know your street | know your name | know your kids | know which school | know your car | i know people | we know people | my guys | my boys | friends of mine | send someone | somebody will visit | someone will visit | sleep well tonight | fire easily | burn easily | light a match | accidents happen | accident happens | watch yourself | be careful when | look over your shoulder | won't be safe | you'll be sorry | you will be sorry | you'll see what happens | see what happens to | you won't see it coming | end badly | ends badly | wheelchair | strangle | hang you | hunt you | follow you home | hundred times a day | every hour until | never leave you alone | ruin your life | destroy you | finish you | you are dead | you're dead | dead man | dead meat | deserve to die | hope you rot | hope you burn | hope your house | hope your shop | hope your family | get cancer | lose your job
was aufs maul | aufs maul | gibt's was auf | eins auf die | dann knallt's | dann knallt es | knallt's | komm rüber | besuchen kommen | besuch bekommen | ich finde dich | ich finde sie | finde euch | weiß wo ihr | weiß, wo ihr | weiß, wo sie | wo ihr wohnt | wo sie wohnen | niederbrennen | abfackeln | mach dich tot | os voy a | los voy a | ir a tu casa | ir a su casa | ir a vuestra | a hostias | una hostia | partiros | matarte | te encuentro | te voy a encontrar | te espero | sé tu dirección | tengo tu dirección | vais a pagar | te vas a enterar | je vais te | je vais vous | on va venir | te retrouver | vous retrouver | tu vas voir | vous allez voir | crever | crève | où tu habites | vous allez le regretter | vi vengo | vengo sotto | ti aspetto | ti trovo | vi trovo | te la faccio | ve la faccio | vi spacco | spaccare | spacco la faccia | te la vedrai | quebrar tudo | vou quebrar | vou achar | te achar | te encontro | te acho | onde você mora | onde vocês | vou te | vão ver | weet jullie te vinden | weet je te vinden | vind jullie | je huis | ik sla | ik maak je | kapot slaan | sta ik voor | voor je deur | znajdę was | znajdę cię | znajdę ci | znajdziemy | wiem, gdzie | pod twoim domem | pod domem | połamać | nogi z | szpital
乗り込んで | 乗り込む | ぶっ壊 | 家を知って | 家まで行 | 見つけ出 | 探し出 | 許さないぞ | 夜道 | 命はない | 砸店 | 砸了你 | 去你店里 | 去你家 | 弄你 | 揍 | 打你 | 打死 | 找人 | 不得好死 | 你等着 | 你死定 | 全家 | 当心 | başınıza yık* | yıkacağım | yıkarım | evinize gel* | dükkana gel* | dükkâna gel* | seni bulurum | sizi bulurum | bulurum sizi | bulacağım | hesabını soraca* | canını | ölürsün | gebertirim | दुकान पर आकर | घर आकर | आकर मारूँगा | आकर मारूंगा | मारेंगे | जान से | छोड़ूँगा नहीं | छोड़ूंगा नहीं | हड्डी | तोड़ देंगे | dukaan pe aake | ghar aake | chhodunga nahi | jaan se | haddi | marenge | بجيكم | اجيكم | نجيكم | وأكسره | واكسره | اكسره | بكسره | بنكسر | نكسر | بيتك اعرفه | اعرف بيتكم | اعرف محلك | اوريك | بوريك | دمك | روحك
i know where | i will find out | i will find you | i'll find you | i'll find out | we know where | know where you | find out where | find you | i have your address | have your address | forget that i have | coming round | come round | coming for you | come for you | coming over with | pay you a visit | pays you a visit | a visit from | visit you at home | visit your home | show up at your | shows his face | with his teeth | with your teeth | teeth | knock your | smash your | break your | break his | beat you | be beaten | beat the | kick your | punch you | slap you | burn* down | burn your | set fire | kill you | hurt you | watch your back | watch out for | you will regret | you'll regret | make you regret | make you pay for this | you'll pay for | suffer | something happen* to | happened to them | would be sad if | be a shame if | your kids | your children | your family | your wife | your daughter | seen you lock | i've seen you | i saw you leave | i follow you | i'm watching | watching you | all night | until you cry | every ten minutes | never sleep | with my brothers | my brothers | my cousins | my friends and i | baseball bat | hammer | knife | rope | hope your warehouse | hope you lose | hope you get | hope you and | hope you choke | doorstep together | your car | grey car | i'll be there | see you soon at | be waiting outside | waiting for you outside | know your face | know your school | end you | bury you | crush you
ich weiß, wo | ich weiss, wo | ich weiß wo | weiß wo du | wo du wohnst | komme vorbei | komm vorbei | komm ich vorbei | steh ich | stehe ich | vor deiner tür | vor ihrer tür | baseballschläger | schlag* dich | verprügel* | fertig mach* | mach dich fertig | auf die fresse | brenn* | anzünd* | umbring* | kaltmach* | pass auf dich auf | wirst es bereuen | deine kinder | deine familie | polier | knochen
sé dónde | se donde | voy a ir | iré a | paso por tu | te voy a | te vamos a | romper la cara | partir la cara | te rompo | quemar | queme la tienda | ojalá se te | ojalá te | te arrepentirás | te vas a arrepentir | tus hijos | tu familia | matar | paliza | sabemos dónde
je sais où | on sait où | je vais venir | je viens avec | deux copains | mes potes | casser la gueule | te casser | t'expliquer | péter la | brûler | cramer | tu vas regretter | tu vas le regretter | tu vas comprendre | tes enfants | ta famille | tuer | frapper
so dove | sappiamo dove | vengo lì | vengo a | passo da te | ti spacco | spacco la | ti rompo | ti brucio | bruciare | te ne pentirai | tuoi figli | tua famiglia | ammazzo | picchi* | ti faccio vedere
sei onde | sabemos onde | vou aí | vou até aí | vou na tua | passo aí | te quebro | quebrar a cara | quebro tua | arrebent* | queimar | tacar fogo | vai se arrepender | teus filhos | tua família | matar | porrada | te pego
ik weet waar | wij weten waar | ik kom langs | kom zaterdag langs | kom ik langs | sla je | sla ik | in elkaar | klappen | gaat er meer kapot | brand steken | afbranden | je zult spijt | spijt krijgen | je kinderen | je gezin | vermoord* | kapot maken | opwachten
wiem gdzie | wiemy gdzie | znam twój adres | adres twój mam | mam twój adres | przyjadę | przyjdę | przyjdzie ktoś | przyjdzie po ciebie | przyjdzie do ciebie | ktoś przyjdzie | odwiedzi* | połamię | wbić do głowy | pobić | obić | spalę | spalić | pożałujesz | twoje dzieci | twoja rodzina | zabiję | w mordę
どこに住んで | 住所は分か | 住所知って | 家に行く | 店に行く | 殴る | 殴って | 殺す | ぶっ殺 | 火をつけ | 燃やす | 覚悟しろ | 覚えてろ | 後悔させ | 待ち伏せ | ただじゃおかない | 痛い目 | 押しかけ
知道你住 | 知道你家 | 知道你们店 | 找上门 | 上门找 | 打断 | 打死 | 弄死 | 砍 | 烧了 | 小心点 | 走着瞧 | 等着挨 | 后悔 | 你家人 | 你孩子 | 堵你 | 收拾你 | 杀了
nerede oturduğ* | yerini biliyorum | adresini biliyorum | evini biliyorum | başına yık* | yakarım | yakacağım | kapına gel* | kapınıza gel* | yarın oradayım | geliyorum | kaçma | kemiklerini | döverim | dövece* | kırarım | öldür* | pişman ol* | pişman ede* | çocuğun* | ailen* | gebert* | ağzını burnunu
घर जानता | घर का पता | पता है मुझे | जानता हूँ कहाँ | टाँगें तोड़ | टांगें तोड़ | हाथ पैर तोड़ | तोड़ दूँगा | तोड़ दूंगा | जला दूँगा | जला दूंगा | मार डाल* | मारूँगा | मारूंगा | देख लूँगा | देख लूंगा | पछताओगे | उठवा | ghar jaanta | ghar janta | pata hai mujhe kahan | tod dunga | tod doonga | jala dunga | maar dunga | maarunga | dekh lunga | dekh loonga | pachtaoge | utha lunga
اعرف وين | أعرف وين | نعرف وين | اعرف بيتك | اعرف مكان | اعرف عنوانك | بجيك | اجيك | راح اجيك | باجي | اكسر | بكسر | احرق | نحرق | اذبح* | اقتل* | اضرب* | بتندم | راح تندم | تندم على | عيالك | اهلك | تشوف شغلك | يومك | ادفنك
""")

# A third person's fault, and names of works: nobody on the other side is meant.
NOT_YOU = Phrases("""
courier was | driver was | postman was | delivery man was | delivery guy was | delivery driver was | mailman was | neighbour was | neighbor was | courier is | driver is | postman is | delivery guy is | idiot courier | idiot driver | idiot of a courier | idiot of a driver | some idiot | an idiot at the depot | fahrer war | fahrer ist | bote war | bote ist | zusteller war | zusteller ist | postbote war | postbote ist | nachbar war | nachbar ist | repartidor era | repartidor es | repartidor fue | mensajero era | livreur était | livreur est | facteur est | facteur était | corriere era | corriere è | fattorino era | postino è | entregador era | entregador é | entregador foi | motoboy é | bezorger was | bezorger is | koerier was | koerier is | kurier był | kurier jest | kurier to | listonosz to | 配達員 | ドライバーが | 快递员 | 送货员 | kurye | kuryeniz | डिलीवरी वाला | delivery wala | delivery boy | المندوب | السائق
comic " | comic “ | comic „ | manga " | record " | album " | lp " | single " | vinyl " | song " | track " | book " | novel " | film " | movie " | dvd " | game " | band " | poster " | print " | mug " | shirt " | title " | titled " | called " | record “ | album “ | song “ | book “ | film “ | movie “ | game “ | shirt “ | mug “ | called “ | titled “ | platte " | platte „ | album „ | buch „ | film „ | lied „ | spiel „ | titel „ | disco " | disco « | libro " | libro « | película " | película « | disque « | livre « | film « | titre « | film " | libro " | disco " | livro " | filme " | boek " | plaat " | płyta „ | płyta " | książka „ | album „ | アルバム「 | 映画「 | 本「 | レコード「 | 专辑《 | 唱片《 | 书《 | 电影《 | albümü " | kitap " | record * idiot | album * idiot | book * idiot | film * idiot | song * idiot
""")

INSULTS = Rule(
    code="abuse.insult",
    label="abuse",
    patterns=(INSULT,),
    denied=(NOT_YOU,),
    unless=(
        Phrases("""
stupid question | dumb question | silly question | stupid me | i feel stupid | i feel dumb | i'm stupid | i'm an idiot | i am an idiot | call me an idiot | call me stupid | like an idiot | my idiot | for dummies | crash dummy | i'm a fool | i feel like a fool | old fool that i | i was an idiot | was stupid of me | i was stupid | dumme frage | blöde frage | pregunta tonta | question bête | question idiote | domanda stupida | pergunta boba | domme vraag | głupie pytanie | バカな質問 | 傻问题 | aptalca soru | सवाल | dumbbell* | dumb bell* | dumb waiter | dense foam | dense fabric | dense enough | too dense | filthy inside | arrived filthy | filthy and | was filthy | were filthy | jerky | beef jerky | snakeskin | leeches | goat | capra di | pelle di capra | lana di capra | formaggio di capra | cockroach trap* | cockroach spray | cockroach killer | against cockroaches | blöder karton | blöde verpackung | so blöde | drecksding | drecksteil | animal | 猪肉 | 猪皮 | 小猪 | 猪猪 | 存钱猪 | bestia de carga | idiot-proof | idiot proof | dummy | piggy bank | pig iron | guinea pig | pig shaped | pig leather | pig figurine | rat trap | rat poison | for the dog | my dog | dog toy | our dog | fly trap | clown costume | clown fish | clown nose | witch costume | witch hat | halloween | monkey toy | monkey wrench | toy monkey | worm gear | worm drive | worm compost | lying around | lying in | lying on | lying under | lying at | was lying | is lying | lying flat | lying next | liar game | scunthorpe | cockburn | shiitake | trash can | no thief | thieves stole | stolen by thieves | package thieves | porch thieves | a thief took
burro de carga | animale domestico | animali domestici | animal de estimação | animal print | para o meu cachorro | cerdo de peluche | cerdo ibérico | hucha de cerdo | schweineleder | sparschwein | hundespielzeug | sau gut | saugut | saubillig | penner stuhl | eikels verzamelen | baranina | banda elastica | banda magnética | banda led | banda sonora | hayvan yemi | hayvan maması | hayvan figür* | evcil hayvan* | sokak hayvan* | peluş hayvan | لعبة حيوان | حيوان اليف | طعام كلاب | طعام الكلاب | كلب لعبة | للكلب | कुत्ते के लिए | कुत्ते का खाना | dog food | kutte ke liye | 滚筒 | 滚轮 | 滚动 | 滚珠 | 翻滚 | カスタム* | カスタマ* | カスタード | ボケ味 | くずれ | くずもち | 星くず | ばかり | カステラ | 砍价 | 傻瓜相机
"""),
    ),
    because="Insults are not allowed.",
    fix="Say what went wrong without attacking the person.",
    catches=(
        "You stupid idiot, learn to read.",
        "Ihr Vollidioten!",
        "Eres un imbécil.",
        "Espèce d'abruti.",
        "Siete dei cretini.",
        "Seu idiota.",
        "Jullie zijn idioten.",
        "Jesteś debilem.",
        "このバカ店員。",
        "你这个蠢货。",
        "Şerefsiz herif.",
        "tum log gadhe ho",
        "يا حيوان",
        "you are s c u m",
    ),
    spares=(
        "We can, Scunthorpe is a next-day postcode.",
        "This is the worst piece of garbage I have ever bought.",
        'I bought the record "Dead Idiot" and side B is warped.',
        "The courier was an idiot and threw the box over the hedge.",
        "Der Fahrer war ein Idiot.",
        "The cable was lying in the box.",
        "This looks like a scam to me.",
    ),
)

THREATS = Rule(
    code="abuse.threat",
    label="abuse",
    patterns=(THREAT,),
    unless=(
        Phrases("""
hospital bed | to the hospital | in hospital | in the hospital | from the hospital | the hospital | coffin box | blood pressure | blood test | blood sugar | blood stain | blood orange | bone dry | bones of | dog bone* | punch card | hole punch | punch needle | fruit punch | photo shoot | shoot photos | shoot film | shoot video | wait for you to | waiting for you to | wait for your | outside your control | outside your area | outside your opening | accident at | by accident | graveyard | zähne der | zähnezahl | zähne sind | anzahl zähne | knie* bandage | knieschoner | totmann | battery is dead | not safe to use | not safe for | is not safe | won't be safe for | chez toi et moi | le gambe del | gambe del tavolo | 命中 | 寿命 | 命令 | 使命 | 全家都 | 全家人 | 当心点用 | 找人安装 | 找人修 | burned out | burnt | burn marks | burn dot | burns | burn mark | laser | heat | yeast | trap kills | kills by | threat to birds | thread | no threat | water damage | delivery address | shipping address | change the address | change your address | your address can't | your address was | your address is | your address label | confirm your address | confirm the full address | to your address | at your address | your address in | correct your address | bug with your address | address form | hammer drill | hammer head | hammer and | claw hammer | knife block | knife set | bread knife | the knife | a knife | kitchen knife | glue gun | nerf gun | heat gun | massage gun | gun safe | gun oil | toy gun | rope light | the rope | your car seat | fit your car | for your car | your car's | teeth of | the teeth | saw teeth | gear teeth | comb teeth | zipper teeth | teeth have | teeth guard | baby teeth | teething | court | lawyer | solicitor | claims | bank | a-to-z | refund of your | for your kids | your kids will | your children will | for your children | for your family | with your family | and your family | wish you and family | your family happy | hope you get | hope you lose | hope you and | your daughter will | for your daughter | for your wife | see your grandchildren
kerze | kerzen | teelicht | teelichter | candle burns | candles burn | brenner | brennt nicht | brennofen | gebrannt | verbrannt | brennstoff | brenndauer | queimou | queimado | queimada | quemado | quemada | quemaduras | brûleur | bruciatore | bruciato | afgebrand | spalinow* | spalony | spaliło | spalił się | yakarım diye korkuyorum | para tus hijos | para tu familia | pour tes enfants | je passe commande | je passe par | je passe au | je passe le | je passe la | voy a ir a recoger | voy a ir al | przyjdzie paczka | przyjdzie kod | kod odbioru przyjdzie | przyjdzie do pani z systemu | paczka przyjdzie | przesyłka przyjdzie | kurier przyjdzie | geliyorum almaya | klappen deksel | 店に行く予定 | 上门取件 | 上门安装 | 上门找不到 | 后悔买
"""),
    ),
    because="Threats are not allowed.",
    fix="Use a return, a claim or customer service; keep persons out of it.",
    action=Action.QUARANTINE,
    catches=(
        "I know where you live.",
        "Ich weiß, wo du wohnst.",
        "Sé dónde vives.",
        "Je sais où tu habites.",
        "So dove abiti.",
        "Sei onde você mora.",
        "Ik weet waar je woont.",
        "Wiem gdzie mieszkasz.",
        "家に行くから覚悟しろ。",
        "我知道你家在哪里，小心点。",
        "Evini biliyorum, pişman olursun.",
        "तुम्हारी टाँगें तोड़ दूँगा।",
        "أعرف وين بيتك.",
    ),
    spares=(
        "Unsere Kerzen brennen rund 40 Stunden.",
        "The trap kills by electric shock, there is no threat to birds.",
        "Please confirm the full address in your account.",
        "I will take this to the small claims court.",
    ),
)

RULES = (INSULTS, THREATS)
