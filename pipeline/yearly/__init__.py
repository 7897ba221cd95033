"""What a year's or a term's papers show (工作总结, 考核表): figures over a span of months. All pure."""
