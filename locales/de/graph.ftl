# Fehler von „recommendarr graph“

error-graph-empty = Es gibt noch keine Titel, also auch keinen Graphen. Hol welche mit „recommendarr import catalogue“ herein, oder probiere „recommendarr demo --prepare“ und dann „--data-dir demo-data“.
error-graph-title-unknown = Einen Titel „{ $title }“ kenne ich nicht. { $count ->
    [0] Prüfe die Schreibweise, oder setze das Jahr dahinter.
   *[other] Meintest du einen von diesen: { $offered }?
}
error-graph-title-many = „{ $title }“ könnte jeder von diesen sein: { $offered }. Setze das Jahr hinter den Titel.
error-graph-no-viewer = Niemand hier heißt „{ $name }“. Es gibt: { $known }.
error-graph-extra-missing = Für Gruppen wird networkit gebraucht, und das ist nicht installiert. Installiere Recommendarr mit dem Extra „graph“; alles andere am Graphen geht auch ohne.
