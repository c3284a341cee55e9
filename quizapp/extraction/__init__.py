"""Pure: from an article to key facts and drafted items."""
