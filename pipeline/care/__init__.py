"""What the school does for its pupils: contacts, coverage, progress, visits, surveys, goods, appraisal. All pure."""
