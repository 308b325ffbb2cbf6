"""Accounts, people and manners."""
