# Search.
w-search-title = Search
w-search-stands-for = Understood as
w-search-how = Type a name in either language, an id, or words of a report. Spelling is folded: أ and ا, ة and ه, ى and ي, with and without ال.
w-search-none = Nothing was found for { $q }.
w-search-none-more = Try another spelling or a single word; a village that no gazetteer knows can be taught under Places.
w-search-total = { $n ->
    [one] { $n } found
   *[other] { $n } found
}
w-search-all = show all
w-search-again = Search again
