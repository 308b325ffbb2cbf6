# Plex Media Server et plex.tv.

plex-steps =
    1. Mets dans RECOMMENDARR_PLEX_URL l’adresse de ton serveur, par exemple http://192.168.1.5:32400, et dans RECOMMENDARR_PLEX_TOKEN ton propre X-Plex-Token, puis démarre le service. Bibliothèques, personnes et partages se remplissent d’eux-mêmes.
    2. Pour savoir tout de suite ce qui a été vu (il faut le Plex Pass) : mets un mot à toi dans RECOMMENDARR_PLEX_HOOK_SECRET et, sur app.plex.tv, dans Paramètres, Webhooks, ajoute { $hook }/ suivi de ce mot. docs/hooks/plex.md l’explique pas à pas.
    3. Chaque personne relie son propre compte avec /lier plex : ce qu’elle a vu et noté est lu avec son compte, jamais avec le tien.

error-plex-refused = { $name } ne fait pas ce que je lui demande, rien n’y a donc changé. Si ça continue, mets le serveur Plex à jour ; son journal en dit plus.
error-plex-no-access = Ton compte Plex ne peut plus ouvrir { $name }, rien n’y a donc été fait ; ce que je sais de tes goûts est conservé. Demande à la personne qui gère le serveur de le partager de nouveau avec toi.
error-plex-own-token-needed = Ce que tu as vu sur { $name } ne peut être lu qu’avec ton compte, alors rien n’a été lu. Relie-le avec /lier plex.
error-plex-other-account = Le compte Plex relié ici en est un autre, alors rien n’a été lu sur { $name }. Relie le tien de nouveau avec /lier plex.
error-plex-player-gone = Cet appareil ou ce titre n’est plus là, alors rien n’a été lancé. Ouvre Plex sur l’appareil, puis choisis de nouveau.
error-plex-title-gone = Il manque sur { $name } quelque chose de nécessaire, alors tout n’a pas été fait. Réessaie après la prochaine lecture des bibliothèques.
