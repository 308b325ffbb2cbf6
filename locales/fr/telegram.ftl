# Ce que le bot dit de lui-même sur Telegram.

telegram-answered-privately = Je t’ai répondu dans notre conversation privée.
telegram-start-first = C’est réservé à toi, je répondrai donc dans une conversation privée que tu n’as pas encore ouverte. Ouvre-la, appuie sur « Démarrer » et redemande-moi là-bas.
telegram-open-chat = Ouvrir la conversation privée

error-telegram-not-started = Ceci n’est que pour une personne qui ne m’a jamais écrit en privé sur Telegram. Pour cela, elle ouvre ma discussion et appuie sur « Démarrer ».
error-telegram-token-refused = Telegram refuse le jeton : rien n’y arrive et rien n’en part ; ce qui attend est gardé. Demande un nouveau jeton à @BotFather (/mybots, API Token), mets-le dans RECOMMENDARR_TELEGRAM_TOKEN et redémarre le service.
error-telegram-token-malformed = Ce n’est pas un jeton de Telegram, Telegram reste donc éteint ; tout le reste marche. Un jeton ressemble à 123456:ABC… ; mets celui de @BotFather dans RECOMMENDARR_TELEGRAM_TOKEN.
error-telegram-conflict = Un autre programme retire les messages de ce bot avec le même jeton, et certains se perdent chez lui. Arrête l’autre, ou crée-lui son propre bot chez @BotFather.
error-telegram-unreachable = Telegram est injoignable pour l’instant. Ce qui attend d’être envoyé est gardé et partira plus tard.
error-telegram-webhook-refused = Telegram n’accepte pas l’adresse publique du service, les messages sont donc retirés ; tout marche. Pour un webhook, l’adresse doit commencer par https:// et avoir un certificat valable.
error-telegram-webhook-failing = Telegram n’a pas pu livrer ses messages à l’adresse publique du service ces derniers temps ; il les garde et réessaie. Vérifie que l’adresse est joignable de l’extérieur, ou mets RECOMMENDARR_TELEGRAM_UPDATES=polling.

telegram-steps =
    1. Sur Telegram, écris /newbot à @BotFather, choisis un nom et un nom d’utilisateur, et copie le jeton qu’il te donne.
    2. Mets le jeton dans RECOMMENDARR_TELEGRAM_TOKEN et démarre le service. Le menu des commandes se remplit tout seul.
    3. Pour les groupes, ajoute le bot au groupe. Laisse son mode de confidentialité activé (@BotFather, /setprivacy) : il lit alors les commandes, les mentions et les réponses à ses messages, et rien d’autre.
    4. { $updates ->
        [webhook] Les messages sont livrés à { $address }, qui doit être joignable de l’extérieur.
       *[polling] Les messages sont retirés ; rien n’a besoin d’être joignable de l’extérieur.
    }
    5. Ouvre le bot et appuie sur « Démarrer ».
