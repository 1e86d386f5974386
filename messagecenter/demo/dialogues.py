"""What buyers and shops write to each other about anything: short dialogues in many languages.

The turns alternate, the buyer first. `{product}` becomes the title of the product. None of these texts breaks
a rule: the words that do are added by the stories that need them.
"""

from __future__ import annotations

from dataclasses import dataclass

from messaging.models import Topic


@dataclass(frozen=True)
class Dialogue:
    language: str
    topic: Topic
    turns: tuple[str, ...]

    @property
    def is_question(self) -> bool:
        return self.topic == Topic.PRODUCT_QUESTION


_ = Dialogue
T = Topic
DIALOGUES = (
    _("en", T.SHIPPING, (
        "Hello, where is my order? The tracking page has not changed since Tuesday.",
        "Hello, thank you for asking. The parcel left our warehouse and waits at the regional depot. It should move on tomorrow morning.",
        "Good to know, thank you. I will be at home until noon.",
    )),
    _("en", T.DAMAGED, (
        "The {product} arrived today with a crack along one side. The box was dented too. Can you replace it?",
        "We are sorry about that. A replacement leaves our warehouse tomorrow, and you can keep the damaged one.",
        "That is kind, thank you.",
    )),
    _("en", T.RETURN, (
        "I ordered the wrong size and would like to send it back unused. How does that work?",
        "No problem. Choose Return items under Your Orders and print the label; we refund when the parcel is scanned.",
        "Done. The parcel is on its way back.",
        "It reached us this morning. The refund is on its way to your card.",
    )),
    _("en", T.PRODUCT_SUPPORT, (
        "How do I reset the {product}? The light keeps blinking and nothing happens when I press the button.",
        "Hold the button for ten seconds until the light goes out, then charge it for an hour. After that it starts as new.",
        "Thank you, it works now. Have a good weekend.",
    )),
    _("en", T.INVOICE, (
        "Could you send me an invoice with our company name for the accounts department?",
        "Of course. The invoice is attached to this message.",
    )),
    _("en", T.ORDER_PROBLEM, (
        "One of the two items is missing from the parcel. The packing slip lists both.",
        "Thank you for telling us. We packed the missing item today and it arrives on Thursday.",
        "The missing item came today, thank you.",
    )),
    _("en", T.REFUND, (
        "The refund for my cancelled order has not arrived yet. When can I expect it?",
        "We sent it on Monday. Banks need three to five working days, so it should be there by the weekend.",
    )),
    _("en", T.SHIPPING, (
        "Can the parcel be left with my neighbour on the ground floor?",
        "Yes. We passed that on to the carrier; the driver will ring there first.",
        "Perfect.",
    )),
    _("en", T.PRODUCT_QUESTION, (
        "Does the {product} come with a two-year warranty?",
        "Yes, two years from the day of delivery, and spare parts for five.",
    )),
    _("en", T.PRODUCT_QUESTION, (
        "I am not sure about the size of the {product}. Would it fit on a shelf that is 30 cm deep?",
        "It needs 24 cm, so there is room behind it for the cable.",
        "Great, then I will order it.",
    )),
    _("en", T.PRODUCT_QUESTION, (
        "Is the {product} available in another colour before Christmas?",
        "We expect more colours in the second week of December.",
    )),
    _("de", T.SHIPPING, (
        "Guten Tag, meine Bestellung sollte gestern ankommen. Können Sie sehen, wo das Paket ist?",
        "Guten Tag, das Paket liegt seit heute früh im Zustellfahrzeug und kommt am Nachmittag an.",
        "Ist angekommen, vielen Dank.",
    )),
    _("de", T.INVOICE, (
        "Könnten Sie mir eine Rechnung mit ausgewiesener Mehrwertsteuer schicken? Ich brauche sie für die Buchhaltung.",
        "Gerne, die Rechnung hängt an dieser Nachricht.",
    )),
    _("de", T.DAMAGED, (
        "Beim Auspacken habe ich einen Kratzer auf der Oberseite entdeckt. Was schlagen Sie vor?",
        "Das tut uns leid. Wir können den Artikel tauschen oder Ihnen 15 Prozent erstatten.",
        "Ein Austausch wäre mir lieber.",
        "Der Austausch ist unterwegs und kommt am Freitag.",
    )),
    _("de", T.PRODUCT_QUESTION, (
        "Ist der Artikel „{product}“ spülmaschinenfest und für Kinder geeignet?",
        "Ja, beides. Wir empfehlen das kurze Programm bei 50 Grad.",
    )),
    _("es", T.RETURN, (
        "Hola, quisiera devolver el artículo porque no era lo que esperaba. ¿Qué tengo que hacer?",
        "Hola, puede imprimir la etiqueta en Sus pedidos. Le devolvemos el importe cuando llegue el paquete.",
        "De acuerdo, lo envío mañana.",
    )),
    _("es", T.SHIPPING, (
        "El seguimiento dice que el paquete fue entregado, pero no he recibido nada.",
        "Lo sentimos. Hemos abierto una consulta con el transportista y le contestamos mañana.",
        "El paquete estaba con el portero. Gracias por la ayuda.",
    )),
    _("es", T.PRODUCT_QUESTION, (
        "¿El producto «{product}» incluye el cable de carga?",
        "Sí, el cable está en la caja, junto a las instrucciones.",
    )),
    _("fr", T.ORDER_PROBLEM, (
        "Bonjour, il manque une pièce dans le colis. Pouvez-vous me l'envoyer ?",
        "Bonjour, toutes nos excuses. La pièce part aujourd'hui et arrivera dans deux jours.",
        "Bien reçue, merci beaucoup.",
    )),
    _("fr", T.PRODUCT_SUPPORT, (
        "Comment nettoyer cet article sans l'abîmer ? La notice ne dit rien.",
        "Un chiffon humide suffit, sans produit. Laissez-le sécher à l'ombre.",
    )),
    _("fr", T.PRODUCT_QUESTION, (
        "Le produit « {product} » est-il garanti deux ans ?",
        "Oui, deux ans à partir de la livraison.",
        "Parfait, je le commande ce soir.",
    )),
    _("ja", T.SHIPPING, (
        "注文した商品はいつ届きますか。週末は家にいません。",
        "お問い合わせありがとうございます。金曜日の午前中に届く予定です。",
        "わかりました。ありがとうございます。",
    )),
    _("ja", T.PRODUCT_QUESTION, (
        "この商品は日本のコンセントで使えますか。",
        "はい、変換プラグなしでお使いいただけます。",
    )),
    _("ja", T.DAMAGED, (
        "箱を開けたら、角に小さな傷がありました。交換できますか。",
        "ご迷惑をおかけしました。本日、新しい商品を発送いたします。",
    )),
    _("ar", T.SHIPPING, (
        "مرحبا، متى يصل طلبي؟ لم تتغير حالة الشحن منذ ثلاثة أيام.",
        "مرحبا بك، خرج الطرد من المستودع اليوم ويصل يوم الخميس.",
        "شكرا لكم.",
    )),
    _("ar", T.RETURN, (
        "أرغب في إرجاع المنتج لأن المقاس غير مناسب.",
        "يمكنك طباعة ملصق الإرجاع من صفحة طلباتك، ونعيد المبلغ عند وصول الطرد.",
    )),
    _("ar", T.PRODUCT_QUESTION, (
        "هل يمكن غسل هذا المنتج في الغسالة؟",
        "نعم، على درجة حرارة ثلاثين وبدون تجفيف آلي.",
    )),
    _("it", T.SHIPPING, (
        "Buongiorno, posso cambiare l'indirizzo di consegna? Sono in viaggio fino a venerdì.",
        "Buongiorno, il pacco è già partito, ma il corriere lo terrà in deposito fino a sabato.",
        "Va benissimo, grazie.",
    )),
    _("it", T.PRODUCT_QUESTION, (
        "Il prodotto «{product}» è adatto all'uso all'aperto?",
        "Sì, resiste alla pioggia ma non va lasciato al sole per giorni.",
    )),
    _("pt", T.DAMAGED, (
        "Olá, o artigo chegou com um risco. É possível trocar?",
        "Olá, lamentamos. Enviamos hoje um novo e não precisa de devolver o outro.",
        "Muito obrigado.",
    )),
    _("nl", T.ORDER_PROBLEM, (
        "Hallo, ik heb de verkeerde kleur ontvangen. Kunt u de goede sturen?",
        "Onze excuses. De juiste kleur is vandaag verstuurd.",
        "Vandaag ontvangen, bedankt.",
    )),
    _("zh", T.PRODUCT_SUPPORT, (
        "请问这个产品怎么清洗？说明书里没有写。",
        "您好，用湿布擦拭即可，不要使用清洁剂。",
        "好的，谢谢。",
    )),
    _("pl", T.SHIPPING, (
        "Dzień dobry, kiedy mogę spodziewać się paczki?",
        "Dzień dobry, paczka dotrze w czwartek przed południem.",
    )),
)  # fmt: skip
