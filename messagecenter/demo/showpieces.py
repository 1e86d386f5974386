"""The threads a visitor opens first: those of the mock-ups, and one for each rare state."""

from __future__ import annotations

from messagecenter.demo.people import BEA, OPTED_OUT
from messagecenter.demo.story import BUYER, SELLER, End, Story, Then, Turn
from messaging.models import Topic, Via

AGENT = "agent@example.com"
DANIEL = "daniel.oyelaran@mail-home.example"
AIKO = "aiko.tanabe@mail-home.example"
PRISCILLA = "priscilla.wainwright@mail-home.example"
LARS = "lars.hallgrimsson@mail-home.example"
INES = "ines.portela@meridian-studio.example"
BEN = "ben.kowalczyk@mail-home.example"
PHISHING = (
    "Your Example Market account is limited. Confirm your password and card number within 24 hours at "
    "http://example-market.account-check.example/login or your account will be closed."
)

T = Topic
# The queue of Northwind Audio, due first: from an hour late to nearly a day left.
QUEUE = (
    Story("EM-204611-7702", DANIEL, T.SHIPPING, 25.35, (
        Turn(BUYER, "Where is my order? The tracking page has not changed since Tuesday and I need it for a trip on Monday."),
    ), (End.SELLER_READ,)),
    Story("EM-204771-9330", BEA, T.DAMAGED, 47, (
        Turn(BUYER, "Hello, the charging case of my earbuds shows no light at all. Is there anything I can try?"),
        Turn(AGENT, "Hi Bea, please hold the button in the lid for 15 seconds with the cable plugged in. The light should come back.", 2),
        Turn(BUYER, "The case works now, thank you. But the left earbud crackles as soon as the volume is above about 70%. "
             "It happens with two phones, so I think the earbud is faulty. I would like a replacement. "
             "You can reach me on +1 415 555 0132 after six.", 21.7, files=("crack-left.jpg", "in-case.png")),
    ), (End.SELLER_UNREAD,)),
    Story("NA-ARIA-CASE", AIKO, T.PRODUCT_QUESTION, 20.75, (
        Turn(BUYER, "Does the case fit a phone with a cover? I have a thin leather cover on it and the phone folds."),
    )),
    Story("EM-204702-5518", PRISCILLA, T.RETURN, 18.15, (
        Turn(BUYER, "I ordered graphite but the box says sand. I would like to send it back for the right colour.",
             files=("box-label.jpg",)),
    )),
    Story("EM-204655-2087", LARS, T.INVOICE, 12.9, (
        Turn(BUYER, "Guten Tag, könnten Sie mir eine Rechnung mit Ihrer Umsatzsteuer-Nummer für meinen Steuerberater schicken?"),
    ), (End.SELLER_READ,)),
    Story("EM-204840-3316", INES, T.ORDER_PROBLEM, 7.2, (
        Turn(BUYER, "We ordered 40 units for our new office and would need delivery to two addresses before 10 December. "
             "Can you split the shipment?"),
    ), (End.SELLER_READ,)),
    Story("EM-204588-6641", BEN, T.PRODUCT_SUPPORT, 30, (
        Turn(BUYER, "One of the two speakers stays silent after the update. Is there a way to reset it?"),
        Turn(SELLER, "Yes: hold the pairing button for ten seconds with the power on, then pair both again.", 3.5),
        Turn(BUYER, "Thank you, it works now. The reset you described fixed it. Have a good weekend.", 25.6),
    ), (End.SELLER_UNREAD,)),
)  # fmt: skip

BEAS = (
    Story("EM-204518-6620", BEA, T.ORDER_PROBLEM, 140, (
        Turn(BUYER, "Hello, I unpacked the tent today and only one of the three long poles was in the bag. The pole sleeve "
             "and the pegs are fine. Photos and the packing slip are attached.",
             files=("poles.jpg", "bag-label.jpg", "packing-slip.pdf")),
        Turn(SELLER, "Hi Bea, sorry about that. The warehouse looks for the two poles today. Until then, all parts are listed at "
             "www.trailhead-office.example/ridgeline-parts.", 3.2),
        Turn(BUYER, "I would rather keep this here. Could you send the two poles? The bag label says RT2-P3.", 85.6, Via.MAIL),
    )),
    Story("HP-STAND-WAL", BEA, T.PRODUCT_QUESTION, 34, (
        Turn(BUYER, "Does the walnut stand fit a 27-inch screen?"),
        Turn(SELLER, "Yes. It holds screens up to 32 inches and 9 kg, and the shelf is 61 cm wide.", 5.5),
    ), (End.BUYER_READ,)),
    Story("EM-204233-5127", BEA, T.FROM_SELLER, 5.5, (
        Turn(SELLER, "Please unplug the power adapter of your Halo desk lamp, model HL-20, and do not use it again. Adapters of "
             "one batch can overheat. We are replacing it free of charge; the new one leaves tomorrow.",
             important="product_safety", files=("adapter.jpg",)),
    ), (End.BUYER_UNREAD,)),
    Story("EM-203711-4408", BEA, T.PRODUCT_SUPPORT, 300, (
        Turn(BUYER, "Can I pair two Tide speakers to play left and right?"),
        Turn(SELLER, "Yes. Switch both on, then press both plus buttons for three seconds until you hear a chime.", 1.4),
        Turn(BUYER, "Works, thank you.", 20, Via.MAIL),
    ), (End.NO_RESPONSE_NEEDED,)),
    Story("EM-203590-1842", BEA, T.SHIPPING, 640, (
        Turn(BUYER, "Could you leave the parcel with the neighbour at number 14?"),
        Turn(SELLER, "The carrier has the note, number 14 it is.", 2.1, Via.MAIL),
    )),
    Story("EM-202840-6613", BEA, T.REFUND, 1290, (
        Turn(BUYER, "One buckle of the backpack broke on the first tour. I would like part of the price back.", files=("buckle-box.jpg",)),
        Turn(SELLER, "That should not happen, sorry. We refunded part of the price, and a new buckle is in the post.", 31),
        Turn(BUYER, "The buckle came today and fits. Thank you.", 70),
    ), (End.NO_RESPONSE_NEEDED, End.BUYER_ARCHIVED)),
    Story("EM-204402-2256", BEA, T.FROM_SELLER, 210, (
        Turn(SELLER, "The night light learns when it gets dark: leave it plugged in for two days and it needs no more setting. "
             "The short guide is attached.", reason="product_instructions", files=("guide.pdf",)),
    ), (End.BUYER_READ,)),
    Story("EM-204902-4410", BEA, T.FROM_SELLER, 22, (
        Turn(SELLER, "Your notebooks are on their way and arrive on Tuesday.", reason="shipping_confirmation", via=Via.API),
    ), (End.BUYER_UNREAD,)),
    Story("NA-CHG-30", BEA, T.PRODUCT_QUESTION, 420, (
        Turn(BUYER, "Does the charger come with a US plug?"),
        Turn(AGENT, "Yes, with a US plug and a 1 m cable.", 0.8),
    )),
    Story("LL-SOL-6", BEA, T.PRODUCT_QUESTION, 900, (
        Turn(BUYER, "Can the garden lights stay outside in winter?"),
        Turn(SELLER, "Down to minus ten degrees, yes.", 7),
    ), (End.BUYER_DELETED,)),
    Story("EM-202118-9947", BEA, T.PRODUCT_SUPPORT, 1720, (
        Turn(BUYER, "The headlamp switches itself on in the bag. Can the button be locked?"),
        Turn(SELLER, "Hold the button for four seconds until it blinks twice: then it is locked.", 6),
        Turn(BUYER, "Great, that does it.", 3),
    ), (End.NO_RESPONSE_NEEDED,)),
    Story("EM-203377-0091", BEA, T.REFUND, 560, (
        Turn(BUYER, "The charger stopped after two weeks. I would like my money back.", files=("charger-box.jpg",)),
        Turn(SELLER, "We are sorry. The refund is on its way, you need not send anything back.", 2.5),
    )),
    Story("EM-204011-7719", BEA, T.ORDER_PROBLEM, 475, (
        Turn(BUYER, "I ordered the mugs twice by mistake. Could you cancel this one?"),
        Turn(SELLER, "Cancelled, nothing was charged.", 0.7),
    )),
    Story("EM-204951-3064", BEA, T.SHIPPING, 27, (
        Turn(BUYER, "Will the lamps arrive before Friday? They are a birthday present."),
        Turn(SELLER, "They leave tomorrow morning and arrive on Thursday.", 8),
    ), (End.BUYER_UNREAD,)),
    Story("TS-RT3-SAND", BEA, T.PRODUCT_QUESTION, 380, (
        Turn(BUYER, "How many people sleep in it with bags inside?"),
        Turn(SELLER, "Two with bags, three without.", 19),
    )),
    Story("HP-NOTE-LIN", BEA, T.PRODUCT_QUESTION, 1010, (
        Turn(BUYER, "Is the paper good for fountain pens?"),
        Turn(SELLER, "Yes, it is 100 g and does not bleed through.", 3),
    )),
    Story("LL-WARM-E27", BEA, T.PRODUCT_QUESTION, 7, (
        Turn(BUYER, "Can these bulbs be dimmed?"),
    )),
)  # fmt: skip

RARE = (
    # Messages are off in this shop: all of these wait.
    Story("EM-204690-2271", "claire.fontanel@mail-home.example", T.PRODUCT_SUPPORT, 20, (
        Turn(BUYER, "Bonjour, la semelle gauche grince à chaque pas. Est-ce normal au début ?", files=("sole.jpg",)),
    )),
    Story("EM-204715-6604", "noah.abernathy@mail-home.example", T.ORDER_PROBLEM, 9, (
        Turn(BUYER, "The shoulder strap is missing from the bag. Could you send one?"),
    )),
    Story("CS-FLASK-06", AIKO, T.PRODUCT_QUESTION, 3, (
        Turn(BUYER, "この水筒は食洗機で洗えますか。"),
    )),
    Story("EM-204120-8834", OPTED_OUT, T.FROM_SELLER, 50, (
        Turn(SELLER, "Please unplug the power adapter of your Halo desk lamp, model HL-20, and do not use it again. Adapters of "
             "one batch can overheat. We are replacing it free of charge.", important="recall"),
    )),
    Story("EM-204377-1190", OPTED_OUT, T.PRODUCT_SUPPORT, 76, (
        Turn(BUYER, "Does the cable also carry pictures to a screen?"),
        Turn(SELLER, "It does, up to 4K at 60 Hz.", 3),
    )),
    Story("EM-203118-0042", OPTED_OUT, T.PRODUCT_SUPPORT, 500, (
        Turn(BUYER, "The earbuds keep losing the connection when I walk."),
        Turn(SELLER, "Please update them in the app first. If it stays, we replace them. It would be great if you could give us a "
             "5-star review.", 4, then=(Then.DISPUTE,)),
        Turn(SELLER, "Please update them in the app first. If it stays, we replace them.", 1),
    )),
    Story("HP-MAT-WOOL", DANIEL, T.PRODUCT_QUESTION, 60, (
        Turn(BUYER, "Which side of the mat goes up?"),
        Turn(SELLER, PHISHING, 2),
    )),
    Story("HP-ORG-OAK", PRISCILLA, T.PRODUCT_QUESTION, 240, (
        Turn(BUYER, "Is the organiser oiled or varnished?"),
        Turn(SELLER, PHISHING, 3, then=(Then.DISCARD,)),
        Turn(SELLER, "It is oiled.", 2),
    )),
    Story("LL-HL-90", BEN, T.PRODUCT_QUESTION, 190, (
        Turn(BUYER, PHISHING.replace("Your", "I received this, is it from you? “Your") + "”", then=(Then.RELEASE,)),
        Turn(SELLER, "No, that is not from us. Thank you for asking; please report it to Example Market.", 9),
    )),
    Story("TS-POLE-FLD", LARS, T.PRODUCT_QUESTION, 1.2, (
        Turn(BUYER, "Wie schwer ist ein Stock ohne Schlaufe?", then=(Then.UNDO,)),
        Turn(BUYER, "Wie schwer ist ein einzelner Stock, und passt er in Handgepäck?", 0.1),
    )),
    Story("TS-TARP-3", BEN, T.PRODUCT_QUESTION, 120, (
        Turn(BUYER, "Is the tarp still waterproof after three years?"),
        Turn(SELLER, "It is. If you buy two today outside the marketplace and pay me by bank transfer, I can do 20 percent off.", 6,
             then=(Then.DISPUTE,)),
        Turn(SELLER, "It is, when the seams are treated once a year.", 1),
    )),
    Story("NA-STUDIO-OE", "olivia.penhaligon@mail-home.example", T.PRODUCT_QUESTION, 15, (
        Turn(BUYER, "Do the headphones fold flat?"),
        Turn(AGENT, "They do, and the cushions come off for cleaning.", 2.2),
        Turn(AGENT, "If you leave a five-star review we send you a second set of cushions for free.", 0.2),
    )),
    # Left for the worker: the first thing it does in a new demo.
    Story("LL-CLIP-R", BEN, T.PRODUCT_QUESTION, 0, (
        Turn(BUYER, "How long does the light last on one charge?", then=(Then.LEAVE,)),
    )),
)  # fmt: skip

STORIES = QUEUE + BEAS + RARE
