"""English: tones, by their name."""

from __future__ import annotations

TONES = {
    "funny": (
        "funny, funnier, funniest, hilarious, humor, humour, humorous, comic, comical, laugh, laughs, laughing, "
        "laughter, to laugh, make me laugh, makes me laugh, make us laugh, witty, goofy, silly, fun, amusing, "
        "slapstick, lol"
    ),
    "cozy": (
        "cozy, cosy, cozier, cosier, coziest, comfy, comfort, comforting, comfort film, comfort movie, comfort "
        "watch, gentle, snug, wholesome, soothing, relaxing, relaxed, chill, rainy day, rainy days, rainy sunday, "
        "lazy sunday, easy watch, easy watching, light watch, under a blanket, hygge, warm and fuzzy, calming"
    ),
    "feel-good": (
        "feel good, feelgood, cheerful, happy, happier, lighthearted, light hearted, light, lighter, joyful, cheer "
        "me up, cheer us up, cheering, carefree, sunny, jolly, cheery, happy ending, good mood, positive"
    ),
    "heartwarming": (
        "heartwarming, heart warming, warm, warmer, touching, sweet, sweeter, tender, kind hearted, wholesome, "
        "endearing"
    ),
    "uplifting": (
        "uplifting, inspiring, inspirational, hopeful, encouraging, optimistic, life affirming, motivating, "
        "inspires, empowering"
    ),
    "romantic": (
        "romantic, love story, love stories, date night, falling in love, passionate, sexy, about love, swoony, "
        "steamy, for valentine s day, valentine s"
    ),
    "sad": (
        "sad, sadder, saddest, sadness, heartbreaking, heart breaking, tearjerker, tear jerker, tearful, cry, "
        "crying, make me cry, makes me cry, tragic, tragedy, heavy, heavier, upsetting, sorrowful, weepy, grief, "
        "death, dying, a good cry, gut wrenching"
    ),
    "bleak": (
        "bleak, bleaker, depressing, hopeless, grim, grimmer, nihilistic, miserable, desolate, despair, downer, soul "
        "crushing"
    ),
    "melancholic": "melancholic, melancholy, bittersweet, wistful, longing, lonely, loneliness, moody, pensive, gloomy",
    "tense": (
        "tense, tenser, suspense, suspenseful, thrilling, gripping, nail biter, nail biting, edge of my seat, edge "
        "of your seat, edge of the seat, nerve racking, nerve wracking, intense, stressful, exciting, tension, "
        "nervy, claustrophobic, anxiety inducing"
    ),
    "scary": (
        "scary, scarier, scariest, creepy, creepier, frightening, terrifying, spooky, spookier, spine chilling, "
        "chilling, eerie, jump scares, jump scare, nightmares, scare me, scare us, haunting, ghosts, haunted"
    ),
    "violent": (
        "violent, violence, gore, gory, gorier, bloody, bloodier, bloodshed, blood, brutal, brutality, graphic, "
        "cruel, cruelty, torture, murder, murders, killing, rape, sexual violence, guns"
    ),
    "dark": (
        "dark, darker, darkest, sinister, disturbing, black comedy, black comedies, dark comedy, dark comedies, "
        "twisted, macabre, black humor, black humour, dark humor, dark humour, unsettling, murky, grimdark"
    ),
    "gritty": (
        "gritty, grittier, raw, rawer, realistic, hard boiled, hardboiled, street level, rough, rougher, grounded"
    ),
    "slow-paced": (
        "slow, slower, slow paced, slow burn, slow burning, slow burner, slow cinema, contemplative, meditative, "
        "quiet, quieter, calm, calmer, unhurried, peaceful, low key"
    ),
    "fast-paced": (
        "fast, faster, fast paced, action packed, action-packed, adrenaline, high octane, exciting, non stop, "
        "breathless, frantic, energetic, snappy, kinetic, pacy, rollercoaster"
    ),
    "mind-bending": (
        "mind bending, mindbending, mind blowing, mindblowing, mind fuck, mindfuck, trippy, mindbender, plot twist, "
        "plot twists, twisty, twist ending, twist endings, confusing, brain teasing, puzzle, puzzling, mess with my "
        "head, messes with my head, makes me think twice, surprising ending"
    ),
    "epic": (
        "epic, epics, grand, monumental, sweeping, larger than life, spectacular, grand scale, big scale, bombastic"
    ),
    "quirky": (
        "quirky, quirkier, weird, weirder, odd, odder, offbeat, eccentric, whimsical, strange, stranger, absurd, "
        "zany, bizarre, wacky, kooky, out there"
    ),
    "satirical": "satirical, satire, satires, sarcastic, ironic, biting, sardonic, black comedy, dark comedy",
    "dreamlike": (
        "dreamlike, dreamy, dreamier, surreal, surrealist, hypnotic, poetic, ethereal, magical realism, fever dream, "
        "otherworldly, atmospheric"
    ),
    "nostalgic": "nostalgic, nostalgia, retro, old school, childhood memories, throwback, like when i was a kid",
    "thought-provoking": (
        "thought provoking, thoughtful, philosophical, deep, deeper, smart, smarter, intelligent, clever, cerebral, "
        "makes me think, make me think, makes you think, make you think, profound, intellectual, challenging, "
        "brainy, meaningful"
    ),
}
