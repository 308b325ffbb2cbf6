# Jellyfin.

jellyfin-steps =
    1. Dans Jellyfin, sous Tableau de bord, Clés d’API, créez une clé ; mettez l’adresse du serveur dans RECOMMENDARR_JELLYFIN_URL, par exemple http://192.168.1.5:8096, et la clé dans RECOMMENDARR_JELLYFIN_API_KEY, puis démarrez le service.
    2. Pour apprendre aussitôt ce qui a été vu : mettez un mot à vous dans RECOMMENDARR_JELLYFIN_HOOK_SECRET, installez le greffon Webhook et ajoutez une « Generic Destination » avec l’adresse { $hook }, l’en-tête X-Recommendarr-Secret avec ce mot et le modèle de docs/hooks/jellyfin-webhook-body.handlebars. docs/hooks/jellyfin.md l’explique pas à pas.
    3. Chacun relie son propre compte avec /lier jellyfin ; Quick Connect doit être activé, et il l’est si vous ne l’avez pas désactivé dans le tableau de bord, sous Général.

error-jellyfin-state-hidden = { $name } ne dit pas, avec sa clé d’API, ce que chacun a vu ; rien de nouveau n’a donc été appris, et ce qui est connu est gardé. Cela marche dès que quelqu’un a relié son propre compte avec /lier jellyfin, ou avec un Jellyfin plus récent.
error-jellyfin-library-gone = Une bibliothèque de { $name } n’existe plus, elle n’a donc pas été lue ; ce qu’on en sait est gardé jusqu’à la prochaine lecture complète.
error-jellyfin-quick-connect-off = Quick Connect est désactivé sur { $name }, rien n’a donc été relié. Son propriétaire peut l’activer dans le tableau de bord, sous Général ; réessaie ensuite.
error-jellyfin-player-gone = Cet appareil n’est plus là, rien n’a donc été lancé. Ouvres-y Jellyfin, puis choisis-le de nouveau.
error-jellyfin-nothing-to-play = Il n’y a aucun titre à lire, rien n’a donc été fait. Choisis-en un d’abord.
error-jellyfin-cannot-delete = { $name } ne me laisse pas supprimer la collection « { $list } », elle reste donc telle quelle. Supprime-la dans Jellyfin.
