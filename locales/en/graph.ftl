# Errors of ``recommendarr graph``

error-graph-empty = There are no titles yet, so there is no graph. Bring some in with “recommendarr import catalogue”, or try “recommendarr demo --prepare” and then “--data-dir demo-data”.
error-graph-title-unknown = I know no title “{ $title }”. { $count ->
    [0] Check the spelling, or put its year after it.
   *[other] Did you mean one of these: { $offered }?
}
error-graph-title-many = “{ $title }” could be any of these: { $offered }. Put the year after the title.
error-graph-no-viewer = There is nobody called “{ $name }” here. These are: { $known }.
error-graph-extra-missing = Communities need networkit, which is not installed. Install Recommendarr with the extra “graph”; everything else of the graph works without it.
