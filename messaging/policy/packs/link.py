"""Words around links."""

from messaging.policy.phrases import Phrases

LINK_CUE = Phrases("""
on | at | visit* | site | website | web | webshop | shop | store | page | url | link | see | browse | go to | type | click | open | order on | via
check | homepage | domain | address | here | find us | from | by | auf | unter | bei | über | seite | webseite | internetseite
en | sitio | página | tienda | web | visite* | sur | chez | boutique | site | su | sito | negozio | em | no site | loja | op | winkel | naar
na | sklep* | stron* | pod adresem | adres* | sitemiz* | sitesi | mağaza* | サイト | ショップ | ページ | 网址 | 网站 | 官网 | 入口 | 点
متجر* | موقع* | على | رابط | साइट | वेबसाइट | पर | par | pe | our own shop | app
""")

# Country endings that are words too: "thanks.it works" is no domain.
FORGOTTEN_SPACE_WORDS = frozenset(
    [
        "it",
        "in",
        "me",
        "is",
        "as",
        "at",
        "be",
        "am",
        "no",
        "so",
        "to",
        "my",
        "de",
        "la",
        "es",
        "se",
        "do",
        "id",
        "us",
        "by",
        "al",
        "il",
        "si",
        "ma",
        "mi",
        "un",
        "et",
        "pl",
        "com",
        "co",
        "lo",
        "tu",
        "te",
        "da",
        "li",
        "na",
        "ne",
        "go",
        "je",
        "nu",
        "hu",
        "ai",
        "an",
        "as",
        "are",
        "all",
        "and",
        "for",
        "you",
        "this",
        "that",
        "at",
        "best",
        "here",
        "good",
        "cool",
        "live",
        "news",
        "now",
        "one",
        "wow",
        "you",
    ]
)

CHAT_LINK = ("wa.me", "t.me", "telegram.me", "m.me", "signal.me", "line.me", "discord.gg", "discord.com/invite", "chat.whatsapp.com",
             "api.whatsapp.com", "viber.click", "u.wechat.com", "weixin.qq.com", "kakao.com", "skype.com")  # fmt: skip
PAY_LINK = ("paypal.me", "paypal.com", "tikkie.me", "venmo.com", "cash.app", "revolut.me", "monzo.me", "buy.stripe.com", "ko-fi.com",
            "wise.com/pay", "bunq.me", "betaalverzoek", "pay.", "mercadopago", "mpago", "lydia-app.com", "swish.nu", "payme")  # fmt: skip
