# Ordner mit Bewertungen: was an ihnen auffällt.

folder-all-liked = { $file }: Es gibt keine Spalte rating, also gilt alles als gemocht.
folder-scale = { $file }: Bewertungen reichen bis { $highest }; was { $least } oder mehr hat, gilt als gemocht.
folder-none-liked = { $file }: Keine Bewertung ist { $least } oder mehr, also gilt nichts als gemocht.
folder-titles-again =
    { $file }: { $count ->
        [one] Ein Titel kommt noch einmal vor; die letzte Zeile gilt (Zeile { $lines }).
       *[other] { $count } Titel kommen noch einmal vor; die letzte Zeile gilt (Zeilen { $lines }).
    }
folder-rated-again =
    { $file }: { $count ->
        [one] Eine Bewertung gilt einem Titel, den dieselbe Person schon bewertet hatte; die jüngste zählt (Zeile { $lines }).
       *[other] { $count } Bewertungen gelten Titeln, die dieselbe Person schon bewertet hatte; die jüngste zählt (Zeilen { $lines }).
    }
folder-unknown =
    { $file }: { $count ->
        [one] Eine Bewertung blieb weg: Ihr Titel steht nicht in der Datei der Titel (Zeile { $lines }).
       *[other] { $count } Bewertungen blieben weg: Ihre Titel stehen nicht in der Datei der Titel (Zeilen { $lines }).
    }
folder-undated =
    { $file }: { $count ->
        [one] Eine Bewertung hat keinen Zeitpunkt; sie gilt als älter als alle anderen (Zeile { $lines }).
       *[other] { $count } Bewertungen haben keinen Zeitpunkt; sie gelten als älter als alle anderen, in ausgeloster Folge (Zeilen { $lines }).
    }
folder-timeless = { $file }: Keine Bewertung hat einen Zeitpunkt; was zuerst kam, wird ausgelost, und alle gelten als abgegeben, als jeder Titel erschienen war.
folder-no-dates =
    { $file }: { $count ->
        [one] Ein Zeitpunkt liegt vor 1970 oder in der Zukunft und gilt als keiner (Zeile { $lines }).
       *[other] { $count } Zeitpunkte liegen vor 1970 oder in der Zukunft und gelten als keine (Zeilen { $lines }).
    }
