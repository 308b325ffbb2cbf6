# What an import did. The rows that became nothing come last, each with its place in the file.

import-resumed = This goes on with an import that was interrupted; what was stored before is not stored twice.
import-done-facts =
    { $added ->
        [0] Nothing new: { $rows ->
            [one] one row was read
           *[other] { $rows } rows were read
        } in { $seconds } s.
        [one] One fact was added, from { $rows ->
            [one] one row
           *[other] { $rows } rows
        }, in { $seconds } s.
       *[other] { $added } facts were added, from { $rows ->
            [one] one row
           *[other] { $rows } rows
        }, in { $seconds } s.
    }
import-done-titles =
    { $added ->
        [0] No new titles: { $rows ->
            [one] one row was read
           *[other] { $rows } rows were read
        } in { $seconds } s.
        [one] One title was added, from { $rows ->
            [one] one row
           *[other] { $rows } rows
        }, in { $seconds } s.
       *[other] { $added } titles were added, from { $rows ->
            [one] one row
           *[other] { $rows } rows
        }, in { $seconds } s.
    }
import-dry-facts =
    { $added ->
        [one] Trial run: one fact would be added
       *[other] Trial run: { $added } facts would be added
    }, from { $rows ->
        [one] one row
       *[other] { $rows } rows
    } ({ $seconds } s). Nothing was changed.
import-dry-titles =
    { $added ->
        [one] Trial run: one title would be added
       *[other] Trial run: { $added } titles would be added
    }, from { $rows ->
        [one] one row
       *[other] { $rows } rows
    } ({ $seconds } s). Nothing was changed.
import-changed =
    { $count ->
        [one] One title that was here already was brought up to date.
       *[other] { $count } titles that were here already were brought up to date.
    }
import-known =
    { $count ->
        [one] One was here already and stayed as it is.
       *[other] { $count } were here already and stayed as they are.
    }
import-libraries =
    { $count ->
        [one] New library: { $names }.
       *[other] { $count } new libraries: { $names }.
    }
import-people =
    { $count ->
        [one] New person: { $names }.
       *[other] { $count } new people: { $names }.
    }
import-note-rating-scale = Ratings were read on a scale up to { $figure } and brought to 1–10.
import-failed =
    { $count ->
        [one] One row became nothing:
       *[other] { $count } rows became nothing:
    }
import-failed-more =
    { $count ->
        [one] … and one more.
       *[other] … and { $count } more.
    }
import-problem = { $place } { $title }: { $told }
import-candidates = Perhaps { $titles }.
import-problem-not-here = this title is not in the catalogue here.
import-problem-ambiguous = several titles here are called that, and the row does not say which.
import-problem-other-year = there is a title of that name, but of another year.
import-problem-no-title = the row names no title.
import-problem-no-person = the row names no person.
import-problem-bad-rating = “{ $detail }” is no rating of this format.
import-problem-other-kind = rows about “{ $detail }” are not imported, only films and series.
import-problem-which-list = the table does not say whether these were watched or saved; keep the file's own name (watched.csv, watchlist.csv).
import-problem-too-few-columns = the row has too few columns ({ $detail }).
import-problem-open-quote = a quotation mark is opened and never closed.
import-problem-line-too-long = the line is too long for a row.
import-problem-cut-off = the file breaks off here; what came before was read.
import-problem-too-large = the file is larger than { $detail } MB, too large to be read as one document.
import-problem-broken-json = this is no JSON ({ $detail }).
import-problem-no-object = this is no JSON object.
import-problem-unknown-entry = it is not clear what this entry tells.
import-problem-bad-record = { $detail }
import-problem-broken-xml = the XML is broken here ({ $detail }); what came before was read.
import-problem-xml-declarations = the XML declares entities or a document type, which no list needs; it was not read further.
import-problem-unknown-status = “{ $detail }” is no status of a list.
