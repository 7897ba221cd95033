"""A year's and a term's papers: 工作总结 as .docx and .xlsx, and the yearly 考核表."""
