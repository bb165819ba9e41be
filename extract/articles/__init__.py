"""A document -> its articles: a newsletter is one document of several."""

from extract.articles.cut import Article, cut_articles
from extract.articles.figures import lost_figures

__all__ = ["Article", "cut_articles", "lost_figures"]
