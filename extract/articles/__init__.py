"""A document -> its articles: a newsletter is one document of several."""

from extract.articles.cut import Article, cut_articles

__all__ = ["Article", "cut_articles"]
