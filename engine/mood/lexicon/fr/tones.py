"""French: tones, by their name."""

from __future__ import annotations

TONES = {
    "funny": (
        "drôle~, marrant~, amusant~, rigolo, rigolote, hilarant~, comique~, humour, rire, pour rire, faire rire, qui "
        "fait rire, fait rire, qui me fasse rire, rigoler, humoristique~, tordant~, poilant~, burlesque~, "
        "désopilant~"
    ),
    "cozy": (
        "cosy, cocooning, douillet, douillette, réconfortant~, doux, douce, apaisant~, relaxant~, jour de pluie, "
        "jours de pluie, dimanche pluvieux, sous la couette, sous un plaid, tranquille~, détente, pour se détendre, "
        "reposant~, après midi pluvieux, pluvieux, soir de pluie"
    ),
    "feel-good": (
        "feel good, feelgood, qui fait du bien, bonne humeur, joyeux, joyeuse, joyeuses, léger, légère, légers, "
        "légères, gai, gaie, heureux, heureuse, qui met de bonne humeur, insouciant~, positif, positive, happy end, "
        "remonter le moral, remonte le moral, pétillant~"
    ),
    "heartwarming": (
        "touchant~, attendrissant~, chaleureux, chaleureuse, émouvant~, tendre~, qui réchauffe le coeur, qui "
        "réchauffe le cœur, réchauffe le coeur, mignon, mignonne"
    ),
    "uplifting": (
        "inspirant~, encourageant~, optimiste~, plein d'espoir, qui donne espoir, motivant~, exaltant~, "
        "galvanisant~, qui donne de l'espoir"
    ),
    "romantic": (
        "romantique~, histoire d'amour, histoires d'amour, amour, à l'eau de rose, soirée en amoureux, en amoureux, "
        "passionnel, passionnelle, sentimental, sentimentale"
    ),
    "sad": (
        "triste~, tristesse, pour pleurer, faire pleurer, qui fait pleurer, fait pleurer, pleurer, tragique~, "
        "déchirant~, bouleversant~, larmoyant~, lourd~, larmes, deuil, mort, tragédie~, poignant~, mélo"
    ),
    "bleak": "déprimant~, désespéré~, désespérant~, glauque~, misérable~, plombant~, morose~, sordide~, accablant~",
    "melancholic": "mélancolique~, mélancolie, doux amer, nostalgique et triste, solitude, douce amère, spleen",
    "tense": (
        "tendu~, suspense, haletant~, captivant~, palpitant~, à suspense, prenant~, stressant~, angoissant~, "
        "intense~, oppressant~, tension, passionnant~"
    ),
    "scary": (
        "effrayant~, terrifiant~, qui fait peur, fait peur, flippant~, faire peur, peur, épouvante, film "
        "d'épouvante, films d'épouvante, terreur, inquiétant~, frissons, horrifique~, cauchemardesque~"
    ),
    "violent": (
        "violent~, violence, violences, sanglant~, sang, brutal, brutale, brutaux, gore, cruel, cruelle, meurtre~, "
        "torture, viol, brutalité, sanguinaire~"
    ),
    "dark": (
        "sombre~, noir, noire, noirs, noires, humour noir, comédie noire, comédies noires, ténébreux, ténébreuse, "
        "malsain~, dérangeant~, macabre~, perturbant~, lugubre~, tordu~"
    ),
    "gritty": "brut, brute, cru, réaliste~, dur, dure, sans concession, âpre, rugueux, rugueuse",
    "slow-paced": (
        "lent~, contemplatif, contemplative, contemplatifs, calme~, méditatif, méditative, paisible~, au rythme "
        "lent, posé"
    ),
    "fast-paced": (
        "rapide~, rythmé~, trépidant~, nerveux, nerveuse, bourré d'action, plein d'action, adrénaline, dynamique~, "
        "endiablé, effréné, à cent à l'heure, qui bouge"
    ),
    "mind-bending": (
        "tortueux, retournements, retournement de situation, rebondissements, prise de tête, casse tête, "
        "labyrinthique~, déroutant~, alambiqué, twist, vertigineux, vertigineuse, mindfuck, retourne le cerveau"
    ),
    "epic": (
        "épique~, grandiose~, monumental, monumentale, spectaculaire~, grand spectacle, fresque, épopée, à grand "
        "spectacle"
    ),
    "quirky": (
        "décalé~, loufoque~, excentrique~, bizarre~, farfelu~, absurde~, étrange~, original, originale, barré, "
        "déjanté~, insolite~, fantaisiste~, loufoques"
    ),
    "satirical": "satirique~, satire, satires, ironique~, sarcastique~, grinçant~, mordant~, caustique~, comédie noire",
    "dreamlike": (
        "onirique~, surréaliste~, rêveur, rêveuse, hypnotique~, poétique~, envoûtant~, atmosphérique~, féerique~"
    ),
    "nostalgic": "nostalgique~, nostalgie, rétro, souvenirs d'enfance, comme dans mon enfance, à l'ancienne",
    "thought-provoking": (
        "qui fait réfléchir, fait réfléchir, faire réfléchir, profond~, philosophique~, intelligent~, intello, "
        "subtil, subtile, réflexion, intellectuel, intellectuelle, engagé"
    ),
}
