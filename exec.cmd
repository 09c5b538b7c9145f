@rem npm start: the shells of other systems have this word, and would keep signals to themselves without it.
@%*
