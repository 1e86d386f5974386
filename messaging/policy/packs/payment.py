"""Words around money: accounts, wallets, and what only looks like them."""

from messaging.policy.phrases import Phrases

# Directly before a bank account's number.
ACCOUNT = Phrases("""
sort code | account number | account no | acct | bank account | routing | routing number | account | swift | a/c | ifsc
kontonummer | konto | kontonr | bankverbindung | blz | iban | número de cuenta | cuenta | clabe | compte | rib | conto | c/c
conta | agência | agencia | conta corrente | nib | rekening* | rekeningnummer | rachun* | na konto | nr konta | hesab* | hesap no
口座* | 普通 | 振込先 | 账号 | 账户 | 卡号 | 农行 | 工行 | 建行 | 招行 | 中行 | 银行卡 | 户头 | 帐号
حساب* | حسابي | رقم الحساب | ايبان | خाता | खाता | खाते | अकाउंट | khata | account no
""")

PAY_APP = Phrases("""
friends and family | venmo | cash app | cashapp | zelle | paypal* | paypal-me | wise | revolut | skrill | payoneer | western union | moneygram | neteller
upi | upi id | gpay | google pay | phonepe | paytm | bhim | pix | chave pix | mb way | mbway | bizum | swish | blik | paypay | ペイペイ
line pay | alipay | 支付宝 | wechat pay | 微信支付 | 微信转账 | tikkie | twint | satispay | lydia | papara | mercado pago | stc pay
apple cash | crypto | bitcoin | btc | usdt | wallet | فودافون كاش | باي بال | بايبال | यूपीआई | पेटीएम | गूगल पे
""")

PAY_TO = Phrases("""
wallet* | usdt | btc | bitcoin | eth | ethereum | crypto* | trc20 | erc20 | litecoin | monero | solana | trx | tron
pay* | send* | transfer* | deposit* | überweis* | zahl* | pag* | envi* | trasfer* | przelew* | wpłać* | ödeme* | gönder*
送金 | 振込 | 转账 | 转 | 付款 | 钱包 | حول | حوّل | ادفع | محفظة | भेज* | भुगतान
""")

NOT_A_CARD = Phrases("""
serial* | imei | meid | iccid | tracking | track | sn | s/n | part | model | mod | barcode | ean | gtin | upc | isbn | lot | batch | waybill | jan
seriennummer | sendungsnummer | número de serie | seguimiento | numéro de série | suivi | seriale | spedizione | rastreio | zending*
przesyłki | seri | takip | 製造番号 | 伝票 | お問い合わせ番号 | 单号 | 序列号 | التتبع | ट्रैकिंग | sr no | reference | ref | invoice
""")

CARD = Phrases("""
card | visa | mastercard | amex | debit | credit | cvv | cvc | karte | kreditkarte | tarjeta | carte | carta | cartão | kaart | pas | karta | kart*
カード | 卡 | بطاقة | البطاقة | कार्ड
""")
