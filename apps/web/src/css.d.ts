declare module 'virtual:timetable-slots.css'
