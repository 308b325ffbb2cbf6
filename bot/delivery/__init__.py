"""The Desk: what comes in is kept before it is answered, what goes out is kept until it is delivered."""
