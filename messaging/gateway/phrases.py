"""What mail programs and people write around the words of a mail, in many languages.

Tables only; how they are used stands in trimming.py and automatic.py.
"""

import re


def any_of(*words: str) -> str:
    return "|".join(words)


# "wrote" in the line a mail program puts above a quote.
WROTE = re.compile(
    r"(?:^|\W)(?:"
    + any_of(
        r"wrote", r"writes", r"schrieb(?:en)?", r"hat geschrieben", r"a [ée]crit", r"[ée]crivait", r"escribi[óo]", r"ha escrito",
        r"ha scritto", r"scrisse", r"scriveva", r"escreveu", r"schreef", r"geschreven", r"skrev", r"kirjoitti", r"napisał(?:\(a\)|a)?",
        r"pisze", r"написал(?:\(а\)|а|и)?", r"писал(?:\(а\)|а|и)?", r"пишет", r"пише", r"написав(?:\(-ла\))?", r"napsal(?:\(a\)|a)?",
        r"píše", r"napísal(?:\(a\)|a)?", r"írta", r"a scris", r"έγραψε", r"yazdı", r"şunu yazdı", r"je napisa[ol]a?", r"rašė", r"rakstīja",
        r"kirjutas", r"viết", r"menulis",
    )
    + r")(?=\W|$)|写道|寫道|のメール|書きました|作成|작성|كتب|كتابة|כתב|מאת|เขียน|نوشت",
    re.I,
)  # fmt: skip
# "you wrote" is how people take up a point themselves.
YOU_WROTE = re.compile(
    r"(?:^|\s)(?:you|sie|du|ihr|vous|tu|usted|ustedes|lei|voi|você|u|je|jij|ty|ty|вы|ты|sen|siz)\s+(?:\w+\s+)?$|^(?:you|sie|du|vous|tu)\b",
    re.I,
)

# Labels of a replied-to block, by what they stand for.
HEADER_LABELS = {
    "from": any_of(
        "from", "von", "de", "da", "van", "från", "fra", "lähettäjä", "od", "от", "від", "feladó", "de la", "από", "kimden", "gönderen",
        "发件人", "寄件者", "寄件人", "差出人", "送信元", "보낸 ?사람", "보낸이", "من", "מאת", "expéditeur", "remetente", "mittente", "afzender", "saatja", "dari", "từ", "จาก",
    ),
    "date": any_of(
        "sent", "date", "gesendet", "datum", "envoyé", "enviado(?: el)?", "fecha", "inviato", "data", "enviada(?: em)?", "verzonden",
        "skickat", "sendt", "dato", "lähetetty", "päivämäärä", "wysłano", "wysłane", "отправлено", "дата", "odesláno", "odoslané", "elküldve",
        "küldve", "dátum", "trimis", "στάλθηκε", "gönderildi", "gönderme tarihi", "tarih", "发送时间", "日期", "寄件日期", "日付", "送信日時", "日時",
        "보낸 ?날짜", "날짜", "تاريخ", "تم الإرسال", "נשלח", "תאריך", "gönderilme tarihi", "надіслано", "dikirim", "ngày",
    ),
    "to": any_of(
        "to", "an", "à", "para", "a", "aan", "till", "til", "vastaanottaja", "do", "кому", "komu", "címzett", "către", "προς", "kime", "alıcı",
        "收件人", "收件者", "宛先", "받는 ?사람", "받는이", "إلى", "אל", "destinataire", "destinatario", "kepada", "đến", "pro",
    ),
    "cc": any_of("cc", "kopie", "kopia", "kopi", "копия", "másolat", "抄送", "副本", "참조", "bilgi"),
    "subject": any_of(
        "subject", "betreff", "objet", "asunto", "oggetto", "assunto", "onderwerp", "ämne", "emne", "aihe", "temat", "тема", "předmět",
        "predmet", "tárgy", "subiect", "θέμα", "konu", "主题", "主旨", "件名", "제목", "الموضوع", "נושא", "perihal", "chủ đề", "tema",
    ),
}  # fmt: skip
HEADER_LINE = re.compile(
    r"\s*[*_]*(?:"
    + any_of(*(f"(?P<{kind}>{words})" for kind, words in HEADER_LABELS.items()))
    + r")[*_]*\s*[:：]",
    re.I,
)

# Words inside a ruled line that open a quoted or forwarded mail.
ORIGINAL = re.compile(
    any_of(
        r"original(?:e|nachricht)? ?(?:message|mail|e-?mail)?", r"ursprüngliche nachricht", r"weitergeleitete nachricht", r"forwarded",
        r"message d'origine", r"message (?:transféré|original|initial)", r"mensaje (?:original|reenviado)", r"messaggio (?:originale|inoltrato)",
        r"mensagem (?:original|encaminhada)", r"oorspronkelijk bericht", r"doorgestuurd bericht", r"ursprungligt meddelande",
        r"vidarebefordrat", r"oprindelig (?:meddelelse|besked)", r"opprinnelig melding", r"videresendt", r"alkuperäinen viesti",
        r"wiadomość (?:oryginalna|przekazana)", r"przekazana wiadomość", r"исходное сообщение", r"пересылаемое сообщение", r"пересланное",
        r"původní zpráva", r"přeposlaná zpráva", r"eredeti üzenet", r"mesaj original", r"orijinal mesaj", r"özgün ileti", r"iletilen",
        r"原始邮件", r"原始郵件", r"转发", r"轉寄", r"元のメッセージ", r"転送", r"원본", r"전달된", r"wrote:", r"الرسالة الأصلية", r"הודעה מקורית",
    ),
    re.I,
)  # fmt: skip
BEGIN_FORWARDED = re.compile(
    r"\s*(?:"
    + any_of(
        r"begin forwarded message", r"anfang der weitergeleiteten (?:nachricht|e-mail)", r"début du message (?:réexpédié|transféré)",
        r"inicio del mensaje reenviado", r"inizio messaggio inoltrato", r"início da mensagem (?:reencaminhada|encaminhada)",
        r"begin doorgestuurd bericht", r"vidarebefordrat brev", r"start på videresendt (?:besked|melding)",
        r"początek przekazywanej wiadomości", r"начало переадресованного сообщения", r"下面是被转发的邮件", r"転送されたメール", r"iletilen e-posta başlangıcı",
    )
    + r")\s*[:：]?\s*",
    re.I,
)  # fmt: skip

# Footers that an app adds by itself, whole lines.
_DEVICE = r"(?:my |mon |mein(?:em|er)? |mi |mijn |il mio |meu |min |mojego |telefonu |моего )?"
_BRAND = any_of(
    "iphone", "ipad", "ipod", "android", "galaxy", "samsung", "huawei", "xiaomi", "redmi", "oneplus", "pixel", "nokia", "blackberry", "outlook",
    "proton ?mail", "yahoo", "gmx", "web\\.de", "aol", "mail\\.ru", "myMail", "spark", "windows", "gmail", "thunderbird", "tutanota", "tuta",
    "fastmail", "smartphone", "mobile", "handy", "mobil", "telefon", "téléphone", "telefono", "móvil", "celular", "mobiltelefon", "em client",
    "blue ?mail", "edison", "newton", "superhuman", "front", "hey", "k-9", "fairemail", "naver", "qq", "163",
)  # fmt: skip
DEVICE_FOOTER = re.compile(
    r"(?:"
    + any_of(
        rf"sent (?:from|with|via|by|using) [^.!?]*\b(?:{_BRAND})\b.*",
        rf"(?:get|download) (?:outlook|[\w ]{{0,20}}\b(?:{_BRAND})\b) for .*",
        rf"(?:von|mit) {_DEVICE}[^.!?]*\b(?:{_BRAND})\b[^.!?]* (?:gesendet|geschickt|verschickt)", rf"(?:gesendet|verschickt) (?:von|mit) .*\b(?:{_BRAND})\b.*",
        rf"diese nachricht wurde von .*\b(?:{_BRAND})\b.* gesendet", rf"envoyé (?:de(?:puis)?|à partir|avec|via) .*\b(?:{_BRAND})\b.*",
        rf"(?:enviado|enviada) (?:desde|do|da|de|com|pelo|con) .*\b(?:{_BRAND})\b.*", rf"inviato (?:da|dal|con|tramite) .*\b(?:{_BRAND})\b.*",
        rf"(?:verstuurd|verzonden) (?:vanaf|met|via) .*\b(?:{_BRAND})\b.*", rf"(?:skickat|sendt|sent) (?:från|fra|med) .*\b(?:{_BRAND})\b.*",
        rf"lähetetty .*\b(?:{_BRAND})\b.*", rf"wysłane? (?:z|przez|za pomocą) .*\b(?:{_BRAND})\b.*", rf"отправлено (?:с|из|от) .*(?:{_BRAND}|айфон|смартфон|почт).*",
        rf"odesláno .*\b(?:{_BRAND})\b.*", r"küldve .*", r"trimis (?:de pe|din) .*", rf"\S*(?:{_BRAND})\S* .{{0,40}}gönderildi",
        rf"(?:obtenir|ottieni|obtener|obtén|obter|holen sie sich|hämta|hent|download|pobierz|скачать|получите) (?:outlook|{_BRAND}).*",
        r"発信元：.*|(?:iphone|ipad)から送信|.*から送信されました", r"(?:从|從|发自|發自|来自).{0,20}(?:iphone|ipad|android|手机|手機|华为|小米|qq邮箱|网易).*",
        r"(?:나의 )?(?:iphone|ipad|galaxy|갤럭시|아이폰).{0,10}에서 (?:보냄|발송|전송).*", r"أُ?رسلت? من .*", r"נשלח מ.*", r"στάλθηκε από .*",
        r"yahoo mail: .*", r"virus-free\.?.*", r"this e-?mail has been checked for viruses by .*",
    )
    + r")\.?",
    re.I,
)  # fmt: skip

# How people close a mail; the words stand at the start of a short line.
CLOSING = re.compile(
    r"(?:"
    + any_of(
        r"(?:(?:with |my |our )?(?:kind(?:est)?|best|warm(?:est)?|many|friendly) )?(?:regards|wishes|greetings)", r"(?:yours )?sincerely", r"yours(?: truly)?",
        r"best", r"cheers", r"(?:many )?thanks(?: again| a lot| so much| in advance| and .{1,20})?", r"thank you(?: very much)?", r"all the best", r"love", r"take care",
        r"(?:mit )?(?:freundlichen?|besten?|liebe[nr]?|herzlichen?|schönen?|viele[n]?) grü(?:ß|ss)en?", r"(?:viele |liebe )?grü(?:ß|ss)e", r"mfg", r"lg", r"vg", r"hochachtungsvoll",
        r"(?:bien )?cordialement", r"bien à vous", r"salutations(?: distinguées)?", r"(?:meilleures|sincères) salutations", r"amicalement", r"merci(?: d'avance)?",
        r"(?:un )?(?:cordial )?saludos?(?: cordiales)?", r"atentamente", r"gracias", r"(?:cordiali|distinti) saluti", r"saluti", r"grazie", r"atenciosamente", r"cumprimentos",
        r"(?:com os )?melhores cumprimentos", r"abraços?", r"obrigad[oa]", r"(?:met )?vriendelijke groet(?:en)?", r"(?:hartelijke )?groet(?:en|jes)?", r"mvg",
        r"(?:med )?(?:vänliga|vennlig|venlig|bästa) (?:hälsningar|hälsning|hilsen)", r"mvh", r"hälsningar", r"hilsen", r"terveisin", r"ystävällisin terveisin",
        r"(?:serdecznie )?pozdrawiam(?: serdecznie)?", r"z poważaniem", r"с уважением", r"з повагою", r"s pozdravem", r"s pozdravom", r"üdvözlettel", r"cu stimă",
        r"με εκτίμηση", r"saygılarımla", r"iyi (?:günler|çalışmalar)", r"敬具", r"よろしくお願い(?:いた)?します", r"此致", r"敬礼", r"顺祝商祺", r"감사합니다", r"مع (?:خالص )?(?:التحية|تحياتي)", r"בברכה",
    )
    + r")",
    re.I,
)  # fmt: skip

LEGAL_WORDS = re.compile(
    any_of(
        r"confidential", r"intended (?:solely|only|recipient|for)", r"addressee", r"received (?:it|this|the)[^.]{0,30} in error", r"disclos", r"privileged",
        r"unauthori[sz]ed", r"notify the sender", r"liab(?:le|ility)", r"registered (?:in|office)", r"vertraulich", r"irrtümlich", r"bestimmt(?:en)? empfänger",
        r"unbefugt", r"weitergabe", r"handelsregister", r"geschäftsführer", r"ust-?id", r"amtsgericht", r"confidentiel", r"destinataire", r"par erreur", r"confidencial", r"destinatario", r"por error",
        r"riservat", r"per errore", r"destinat[áa]rio", r"vertrouwelijk", r"geadresseerde", r"abusievelijk", r"konfidentiell", r"poufn", r"adresat", r"konfidenciál", r"конфиденциальн", r"адресат",
        r"gizli", r"保密", r"机密", r"機密", r"秘密", r"기밀", r"before printing", r"avant d'imprimer", r"environment",
    ),
    re.I,
)  # fmt: skip
